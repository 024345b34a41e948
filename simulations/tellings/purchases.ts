import type { Telling } from '@/lib/scenario/retell';
import { capital } from '@/lib/words/letters';

/** What a story has in place of a customer who pays and a card that is charged. */
interface Story {
  readonly value: string;
  readonly label: string;
  readonly customer: string;
  readonly provider: string;
  /** What the person presses, and what they want by it. */
  readonly press: string;
  readonly wish: string;
  /** What is meant to happen once, and what the provider does to make it happen. */
  readonly thing: string;
  readonly things: string;
  readonly verb: string;
  /** What the provider is asked to do. */
  readonly task: string;
  readonly verbs: string;
  readonly verbed: string;
  /** Of money, or 1: captions say that one thing is expected. */
  readonly amount: number;
}

const told = ({ value, label, customer, provider, thing, things, ...story }: Story): Telling => {
  const { press, wish, task, verb, verbs, verbed, amount } = story;
  return {
    ...{ value, label },
    words: {
      customer,
      'card provider': provider,
      'the provider': `the ${provider}`,
      'The provider': `The ${provider}`,
      Pay: press,
      purchase: wish,
      Purchase: capital(wish),
      '100': String(amount),
      '/charges': `/${things}`,
      charge: thing,
      charges: things,
      Charges: capital(things),
      charged: verbed,
      'charge 100': `${verb} ${amount}`,
      'to charge': `to ${task}`,
      'charges once more': `${verbs} once more`,
      // What is left of names: of a charge, and of the key that a server makes for the provider.
      ch: thing,
      'pay-key': `${verb}-key`,
      'charges nothing': `${verbs} nothing`,
      'card charged': `${thing} ${verbed}`,
      'charged again': `${verbed} again`,
      'has paid more than once': `has more than one ${thing}`,
      'The card is charged again': `A second ${thing} is ${verbed}`,
      'The charge went through': `The ${thing} was ${verbed}`,
      'Whether it was charged': `Whether a ${thing} was ${verbed}`,
      'No card has been charged': `No ${thing} has been ${verbed}`,
    },
  };
};

/**
 * Stories for scenarios in which a customer pays once and a card may be charged twice. Each is the same run:
 * only the words differ, and the amounts.
 */
export const PURCHASES: readonly Telling[] = [
  { value: 'shop', label: 'shop', words: {} },
  told({
    ...{ value: 'food-delivery', label: 'food delivery', customer: 'guest', provider: 'kitchen' },
    ...{ press: 'Order', wish: 'order', thing: 'pizza', things: 'pizzas', amount: 1 },
    ...{ verb: 'bake', task: 'bake a pizza', verbs: 'bakes', verbed: 'baked' },
  }),
  told({
    ...{ value: 'tickets', label: 'tickets', customer: 'fan', provider: 'box office' },
    ...{ press: 'Book', wish: 'booking', thing: 'ticket', things: 'tickets', amount: 1 },
    ...{ verb: 'issue', task: 'issue a ticket', verbs: 'issues', verbed: 'issued' },
  }),
  told({
    ...{ value: 'wire-transfer', label: 'wire transfer', customer: 'payer', provider: 'bank' },
    ...{ press: 'Send', wish: 'instruction', thing: 'transfer', things: 'transfers', amount: 5000 },
    ...{ verb: 'wire', task: 'wire the money', verbs: 'wires', verbed: 'wired' },
  }),
  told({
    ...{ value: 'wallet', label: 'wallet', customer: 'rider', provider: 'wallet' },
    ...{
      press: 'Pay the fare',
      wish: 'fare',
      thing: 'deduction',
      things: 'deductions',
      amount: 30,
    },
    ...{ verb: 'deduct', task: 'deduct the fare', verbs: 'deducts', verbed: 'booked' },
  }),
];

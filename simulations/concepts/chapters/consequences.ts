import type { Chapter } from '@/simulations/concepts/concept';

export const consequences: Chapter = {
  id: 'consequences',
  title: 'What it costs, and where it matters',
  concepts: [
    {
      number: 37,
      title: 'Charged twice',
      text: 'The duplicate that everybody knows. It can be refunded; trust can’t.',
      kind: 'harm',
    },
    {
      number: 38,
      title: 'Ordered twice',
      text: 'Two orders, two parcels, two returns. Each looks right by itself.',
      kind: 'harm',
    },
    {
      number: 39,
      title: 'Mailed twice',
      text: 'A mail can’t be taken back. Sent inside a transaction that is then rolled back, it even tells of something that never happened.',
      kind: 'harm',
    },
    {
      number: 40,
      title: 'Several tickets',
      text: 'A retried booking takes a second seat, and somebody else goes without.',
      kind: 'harm',
    },
    {
      number: 41,
      title: 'Transferred twice',
      text: 'A bank transfer that is repeated leaves the sender’s account twice, and often can’t be called back.',
      kind: 'harm',
    },
    {
      number: 42,
      title: 'Stock that isn’t true',
      text: 'A deduction such as quantity − 1 is relative: repeated, it takes two. A reservation with the order’s id takes one, however often it is asked for.',
      kind: 'harm',
    },
    {
      number: 43,
      title: 'Records that contradict each other',
      text: 'Duplicate rows, sums that don’t add up, reports that count twice. Found late, and mended by hand.',
      kind: 'harm',
    },
    {
      number: 44,
      title: 'Books and law',
      text: 'Money that moved twice is wrong in the accounts, and may have to be explained to auditors, banks and courts.',
      kind: 'harm',
    },
    {
      number: 45,
      title: 'Two pizzas',
      text: 'The app hangs, the customer presses again, and two pizzas come with two charges.',
      kind: 'example',
    },
    {
      number: 46,
      title: 'Order, payment, stock, shipping',
      text: 'A purchase is a chain, and any step may fail after those before it succeeded. Whoever retries the whole repeats what had worked, unless each step has a key of its own.',
      kind: 'example',
    },
    {
      number: 47,
      title: 'Payment systems rely on it',
      text: 'A charge happens at somebody else’s, so no transaction of yours can hold it. What is left is a key that the other side knows too.',
      kind: 'field',
    },
    {
      number: 48,
      title: 'Card payments',
      text: 'A timeout towards the card network leaves the outcome unknown; the same key, sent again, brings it to light.',
      kind: 'field',
    },
    {
      number: 49,
      title: 'Wallets',
      text: 'A deduction is relative. An entry in a ledger with the deduction’s id, under a unique constraint, makes it repeatable.',
      kind: 'field',
    },
    {
      number: 50,
      title: 'UPI and other instant transfers',
      text: 'UPI is India’s. The money is gone within seconds. Where an outcome is pending, ask again with the transaction’s own id; don’t pay again.',
      kind: 'field',
    },
    {
      number: 51,
      title: 'Trading',
      text: 'An order repeated is a second position at another price. The client’s own order id, where the exchange checks it, is what can refuse it.',
      kind: 'field',
    },
    {
      number: 52,
      title: 'Anything with money',
      text: 'A fault of one in a million is a daily event at a million payments a day, and each one has a name and a bank statement.',
      kind: 'field',
    },
    {
      number: 53,
      title: 'When it is essential',
      text: 'Payments, orders, stock, banking, messages, workflows, and whatever is retried a lot: where a repeat does harm that nobody can undo.',
      kind: 'overview',
    },
    {
      number: 54,
      title: 'Keys for what is critical',
      text: 'Ask for a key wherever something is charged, ordered or changed for good. A look-up needs none.',
      kind: 'practice',
    },
    {
      number: 55,
      title: 'Without and with',
      text: 'Without: double charges, double orders, wrong stock, data nobody trusts. With: retries that are safe, recovery without fear, and one truth.',
      kind: 'overview',
    },
    {
      number: 56,
      title: 'Where it belongs',
      text: 'Payment APIs, orders, event consumers, workflows, and every call between services that something may repeat.',
      kind: 'overview',
    },
  ],
};

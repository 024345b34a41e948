import type { Reading } from '@/simulations/concepts/reading';

export const whereItMatters: Reading = {
  slug: 'where-it-matters',
  title: 'Where it matters',
  lead: 'Wherever something is repeated and the repeat can’t be taken back. What that means in money, in goods, in trust.',
  sections: [
    {
      id: 'harms',
      title: 'What goes wrong',
      concepts: [37, 38, 39, 40, 41, 42, 43, 44, 45],
      blocks: [
        {
          kind: 'table',
          caption: 'Duplicates, by what they do',
          head: ['What happens twice', 'Who notices', 'Can it be taken back?'],
          rows: [
            [
              'A charge',
              'the customer, on the next statement',
              'refund, with a fee and an apology',
            ],
            ['An order', 'the warehouse, or the customer at the door', 'a return'],
            ['A pizza', 'the customer, at once', 'no: it is made'],
            ['A mail', 'everybody who gets it', 'no'],
            ['A ticket', 'whoever found the hall sold out', 'only if found before the show'],
            ['A bank transfer', 'the sender', 'only with the receiver’s help'],
            ['A deduction of stock', 'nobody, until the count', 'by a count'],
            ['A row', 'whoever adds up', 'by hand, row by row'],
          ],
        },
        {
          kind: 'text',
          text: 'The quiet ones are the worst. A customer who paid twice will call. Stock that is one too low, or a report that counts a sale twice, is believed for months. And where money is concerned, wrong books are not only a bug: they have to be explained to auditors, to banks, and now and then to a court.',
        },
        {
          kind: 'text',
          text: 'The opposite harm belongs in the same list. A defence that takes a second, rightful purchase for a repeat swallows it, and that customer waits for something that will never come. A good defence does neither.',
        },
      ],
    },
    {
      id: 'fields',
      title: 'Field by field',
      concepts: [47, 48, 49, 50, 51, 52],
      blocks: [
        {
          kind: 'terms',
          terms: [
            {
              term: 'Card payments',
              meaning:
                'The charge happens at the provider’s, out of reach of your transactions. Send a key with it, the same one for every try.',
            },
            {
              term: 'Wallets and points',
              meaning:
                'A deduction is relative. Write an entry with its own id into a ledger, unique, and let the balance be the sum.',
            },
            {
              term: 'Instant transfers, India’s UPI among them',
              meaning:
                'Gone in seconds, and not to be called back. A pending outcome is a question to ask again, with the same id, and never a reason to pay again.',
            },
            {
              term: 'Bank and wire transfers',
              meaning:
                'A reference that the bank checks for repeats is a key. A reference that is just text on a statement is not.',
            },
            {
              term: 'Trading',
              meaning:
                'A repeated order is a second position, at another price. The client’s own order id is what lets the other side refuse it.',
            },
            {
              term: 'Anything with money',
              meaning:
                'Rare is not never. A fault of one in a million happens daily at a million payments a day.',
            },
          ],
        },
        {
          kind: 'plays',
          plays: [
            { scenario: 'external-charge', text: 'A charge at somebody else’s' },
            { scenario: 'receipt-mail', text: 'A mail that can’t be rolled back' },
            { scenario: 'checkout-saga', text: 'Order, payment, stock, shipping' },
          ],
        },
      ],
    },
    {
      id: 'when',
      title: 'When you need it',
      concepts: [53, 54, 55, 56],
      blocks: [
        {
          kind: 'text',
          text: 'Two questions decide. Can it be asked for twice? Over a network the answer is yes. Does it matter? Reading a page twice doesn’t; nor does setting a value that only one person sets. For the rest:',
        },
        {
          kind: 'table',
          caption: 'With and without',
          head: ['Where', 'Without', 'With'],
          rows: [
            ['Payment APIs', 'double charges', 'a retry is safe, and shows the outcome'],
            ['Orders', 'two parcels', 'one order, and its number on every try'],
            ['Stock', 'counts that drift', 'one reservation for each order'],
            ['Event consumers', 'work repeated, or lost', 'replay whenever you like'],
            ['Workflows', 'a crash means starting over by hand', 'a crash means carrying on'],
            ['Calls between services', 'each hop multiplies', 'one wish, one effect at the bottom'],
          ],
        },
        {
          kind: 'text',
          text: 'So: ask for a key wherever something is charged, ordered or changed for good, and let look-ups do without.',
        },
      ],
    },
    {
      id: 'early',
      title: 'Now or later',
      concepts: [186, 187],
      blocks: [
        {
          kind: 'text',
          text: 'In a new API it is a header, a column, an index and a branch. After an incident it is a migration under load: clients that send no key and can’t be changed soon, a unique constraint that can’t be added because the duplicates are there already, and a search through last year’s orders by hand.',
        },
        {
          kind: 'text',
          text: 'Ask it of each external API and each event handler before the first line is written: what happens if this runs twice?',
        },
      ],
    },
  ],
};

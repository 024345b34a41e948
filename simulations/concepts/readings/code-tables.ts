import type { Section } from '@/simulations/concepts/reading';

const SHORT_TABLE = `CREATE TABLE keys (
  key         text PRIMARY KEY,
  status      int,
  body        jsonb,
  created_at  timestamp DEFAULT now()
);`;

const ORM = `def create_payment(session, key, amount):
    payment = Payment(key=key, amount=amount, status="completed")
    session.add(payment)
    try:
        session.commit()
        return payment
    except IntegrityError:
        session.rollback()
        return session.query(Payment).filter_by(key=key).first()`;

const DECORATOR = `def idempotent(name_of):
    def around(work):
        def once(*args):
            name = name_of(*args)
            if (stored := redis.get(name)) is not None:
                return json.loads(stored)
            result = work(*args)
            redis.setex(name, 3600, json.dumps(result))
            return result
        return once
    return around

@idempotent(lambda user, amount: f"{user}:{amount}")
def pay(user, amount): ...`;

export const codeOfTables: readonly Section[] = [
  {
    id: 'table',
    title: 'A table of keys',
    concepts: [100, 101, 102],
    blocks: [
      { kind: 'code', language: 'SQL', text: SHORT_TABLE },
      {
        kind: 'question',
        asks: 'Seven things are missing or wrong. Which of them can charge somebody twice?',
        answer: [
          'No account in the primary key: two customers share a record.',
          'Twice, 1: no state. A row without a status may be running, or its process may be dead, and nobody can tell. Taken for running it is stuck for ever; taken for free it is done twice.',
          'No time that whoever takes over could renew, and so no lease, which is the way out of that: created_at is the time of the first claim.',
          'No fingerprint: another request under the same key isn’t noticed.',
          'Twice, 2: no end that is said. 24 hours counted from created_at would be less than 24 hours from the answer, and a retry that comes after the row is gone charges again.',
          'jsonb re-orders what it stores, so the “same” answer has other bytes; and timestamp without a time zone means another hour in another session.',
        ],
        plays: [
          { scenario: 'stuck-in-progress', text: 'A claim that outlives its process' },
          { scenario: 'two-tenants', text: 'Two customers, one key' },
        ],
      },
    ],
  },
  {
    id: 'orm',
    title: 'A payment in an ORM, which maps objects to rows',
    concepts: [138, 145, 146],
    blocks: [
      { kind: 'code', language: 'Python', text: ORM },
      {
        kind: 'question',
        asks: 'The key is unique and the amount NOT NULL. Called with None for the amount, what does this return?',
        answer: [
          'None, or an old payment. A missing amount breaks another constraint, which is an IntegrityError too, and the handler takes it for a duplicate. Look at which constraint it was (in PostgreSQL, SQLSTATE 23505 and the constraint’s name).',
          'The row says “completed”, and no card was charged yet. Charged before, a crash before the insert charges twice; charged after, a crash in between leaves a payment that never was.',
          'rollback() throws away what else the caller had in this session. And the amount of the row that is found isn’t compared with the one that was asked for.',
        ],
        plays: [
          {
            scenario: 'unique-constraint',
            settings: { constraint: 'on', onConflict: 'reread' },
            text: 'What the loser of the insert does',
          },
        ],
      },
    ],
  },
  {
    id: 'decorator',
    title: 'A decorator',
    concepts: [92, 192],
    blocks: [
      { kind: 'code', language: 'Python', text: DECORATOR },
      {
        kind: 'question',
        asks: 'Alice buys a coffee for 5 at nine, and another at half past. What happens at half past?',
        answer: [
          'She gets the receipt of nine o’clock, and no coffee is paid for. The name is made of what was asked, and not of the wish: two equal wishes are one to it. Only the caller can say that they are two.',
          'The function’s own name isn’t part of it: a refund decorated the same way would find the payment. `10` and `10.0` are two names for one amount. And a result that can’t be written as JSON is found out after the work.',
        ],
        plays: [{ scenario: 'who-makes-the-key', text: 'Where the key is made' }],
      },
    ],
  },
];

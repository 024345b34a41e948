import { CALL, type Columns, OPERATION } from '@/lib/explorer/sampler/columns';

/** What one day cost, by intent. */
export class Costs {
  /** What clients asked. */
  readonly calls: Int32Array;
  /** What anybody else asked of stores, databases, queues and providers. */
  readonly operations: Int32Array;
  /** The tick of the first final answer; -1: none came. */
  readonly answeredAt: Int32Array;
  readonly #columns: Columns;

  constructor(columns: Columns) {
    const { length } = columns.intents;
    this.#columns = columns;
    this.calls = new Int32Array(length);
    this.operations = new Int32Array(length);
    this.answeredAt = new Int32Array(length);
  }

  clear(): void {
    this.calls.fill(0);
    this.operations.fill(0);
    this.answeredAt.fill(-1);
  }

  /** A message was sent. A copy of it that the network makes costs nobody anything. */
  sent(parcel: number): void {
    const intent = this.#columns.intent[parcel] as number;
    if (intent < 0) return;
    const cost = this.#columns.cost[parcel] as number;
    if (cost === CALL) this.calls[intent] = (this.calls[intent] as number) + 1;
    else if (cost === OPERATION) this.operations[intent] = (this.operations[intent] as number) + 1;
  }

  /** This list of facts happened. */
  happened(facts: number, now: number): void {
    const answers = this.#columns.answersIn(facts);
    if (answers === 0) return;
    const { answeredAt } = this;
    for (let intent = 0; intent < answeredAt.length; intent += 1) {
      if ((answers & (1 << intent)) !== 0 && answeredAt[intent] === -1) answeredAt[intent] = now;
    }
  }
}

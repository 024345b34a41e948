import { workerCode } from '@/simulations/code/worker';

const REMARKS = {
  before: 'The queue is told first. What dies after that line, nobody brings back.',
  'after none': 'The queue is told last. Until then it will hand the message out again.',
  'after inbox': 'The queue is told last, and a second delivery finds the id.',
};

export const codeOf = ({
  ack,
  dedup,
}: {
  readonly ack: 'before' | 'after';
  readonly dedup: 'none' | 'inbox';
}) =>
  workerCode(
    { ack, dedup, checks: true },
    ack === 'before' ? REMARKS.before : REMARKS[`${ack} ${dedup}`],
  );

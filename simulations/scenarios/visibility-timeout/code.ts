import { workerCode } from '@/simulations/code/worker';

const REMARKS = {
  'quick off none':
    'The queue hears nothing until the last line. That is in time, if it gets that far and is heard.',
  'off none': 'The queue hears nothing until the last line. That may be too late.',
  'on none': 'While the work goes on, the queue is told so. It tells nobody that the work is done.',
  'off inbox': 'A second delivery waits for the first one’s row, and then finds the id.',
  'on inbox': 'The heartbeat spares the second delivery, and the inbox makes it harmless.',
};

export const codeOf = ({
  work,
  heartbeat,
  dedup,
}: {
  readonly work: 'slow' | 'quick';
  readonly heartbeat: 'off' | 'on';
  readonly dedup: 'none' | 'inbox';
}) =>
  workerCode(
    { ack: 'after', dedup, checks: true, beats: heartbeat === 'on' },
    work === 'quick' && heartbeat === 'off' && dedup === 'none'
      ? REMARKS['quick off none']
      : REMARKS[`${heartbeat} ${dedup}`],
  );

import { expect, it } from 'vitest';

import { run } from '@/lib/engine/run';
import { judgeRun } from '@/lib/outcomes/judge-run';
import { toyScenario } from '@/lib/scenario/toy-scenario';

it('finds nothing missing in a run that was cut off: it may have come later', () => {
  const { calmAttempt, meant } = toyScenario;
  const made = run(toyScenario.cast({ flavour: 'sweet', scoops: 0 }), []);
  // Somebody is told that it worked, and what was meant is another effect than the one that happened.
  const judged = {
    calmAttempt,
    meant: { ...meant, effects: [{ fact: 'work.framed', noun: 'frames', did: 'framed' }] },
  };
  expect(judgeRun(made, judged).outcomes.lost.present).toBe(true);
  expect(judgeRun({ ...made, ending: 'step-limit' }, judged).outcomes.lost.present).toBe(false);
});

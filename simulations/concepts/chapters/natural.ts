import type { Chapter } from '@/simulations/concepts/concept';

export const natural: Chapter = {
  id: 'natural',
  title: 'Idempotent by nature, or by state',
  concepts: [
    {
      number: 128,
      title: 'Idempotent by nature',
      text: 'Some operations may be repeated as they are: set, delete, insert if absent. The best defence where it fits, and none against a late copy.',
      kind: 'pattern',
    },
    {
      number: 129,
      title: 'SET, not INCREMENT',
      text: 'Setting a value may be repeated, adding may not. But two different sets at once lose one of them: what makes it repeatable also makes it forgetful.',
      kind: 'practice',
    },
    {
      number: 130,
      title: 'Set the status to ACTIVE',
      text: 'Repeatable as far as the row goes. The welcome mail isn’t, unless it is sent only by whoever made the change.',
      kind: 'example',
    },
    {
      number: 131,
      title: 'UPSERT under a unique constraint',
      text: 'Insert or update in one statement: one row, however often. A late repeat still overwrites what is newer.',
      kind: 'practice',
    },
    {
      number: 132,
      title: 'Change only what is still as it was',
      text: 'An UPDATE whose WHERE names the state that it expects. Of two, one changes a row and the other changes none.',
      kind: 'pattern',
    },
    {
      number: 133,
      title: "WHERE status = 'pending'",
      text: 'Done before: 0 rows. But 0 rows also means a wrong id, cancelled or refunded; look again before you say “done”.',
      kind: 'code',
    },
    {
      number: 134,
      title: 'Ask the state itself',
      text: 'Is the invoice paid? Then there is nothing to do. No keys to keep: the state is the memory.',
      kind: 'pattern',
    },
    {
      number: 135,
      title: 'Two who ask at once',
      text: 'Both read “unpaid” and both pay. Reading is no claim: change the state first, in one step, and act only if a row changed.',
      kind: 'danger',
    },
    {
      number: 136,
      title: '“Verify that it hasn’t been done”',
      text: 'Good advice with a gap: between the look and the deed somebody else may do it. It must be one step.',
      kind: 'practice',
    },
    {
      number: 137,
      title: 'Three ways to change a balance',
      text: 'Adding repeats; setting forgets other people’s changes; adding an entry with a unique id does neither, if entry and balance change in one transaction.',
      kind: 'code',
    },
  ],
};

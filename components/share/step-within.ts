export interface StepTyped {
  /** Null: none was given, or where it stands anyway. */
  readonly step: number | null;
  /** What was made of it, if that is not what was typed. */
  readonly remark: string | null;
}

/** A step as typed, brought to where a run of `last` steps has one. `usual` is the one that goes without saying. */
export function stepWithin(typed: string, last: number, usual: number): StepTyped {
  if (typed.trim() === '') return { step: null, remark: null };
  const number = Number(typed);
  const within = Number.isNaN(number) ? usual : Math.min(Math.max(Math.trunc(number), 1), last);
  return {
    step: within === usual ? null : within,
    remark:
      within === number ? null : `This run has steps 1 to ${last}: ${typed} becomes ${within}.`,
  };
}

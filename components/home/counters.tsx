interface CountersProps {
  readonly expected: number;
  readonly actual: number;
  readonly noun: string;
  readonly ended: boolean;
}

/** Expected against actual: the one loud thing in the figure. The colour has its words beside it. */
export function Counters({ expected, actual, noun, ended }: CountersProps) {
  const surplus = actual - expected;
  const [tone, remark] =
    surplus > 0
      ? ['bg-harm-soft text-harm', surplus === 1 ? 'one too many' : `${surplus} too many`]
      : surplus === 0
        ? ['text-effect', ended ? 'as expected' : 'so far']
        : ['', 'so far'];
  return (
    <dl className="grid grid-cols-2 border-t border-line sm:w-[22rem] sm:shrink-0 sm:border-t-0 sm:border-l">
      <div className="px-4 py-3 sm:px-5 sm:py-4">
        <dt className="text-sm text-muted">expected {noun}</dt>
        <dd
          className="mt-1 font-mono text-[2.75rem] leading-none tabular-nums"
          data-testid="expected"
        >
          {expected}
        </dd>
      </div>
      <div className={`border-l border-line px-4 py-3 sm:px-5 sm:py-4 ${tone}`}>
        <dt className={`text-sm ${tone ? '' : 'text-muted'}`}>actual {noun}</dt>
        <dd className="mt-1 flex items-baseline gap-2">
          <span className="font-mono text-[2.75rem] leading-none tabular-nums" data-testid="actual">
            {actual}
          </span>
          <span className="text-sm leading-tight whitespace-nowrap">{remark}</span>
        </dd>
      </div>
    </dl>
  );
}

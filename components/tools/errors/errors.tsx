'use client';

import { CardTable } from '@/components/tools/card-table';
import { Control } from '@/components/tools/control';
import { Frame } from '@/components/tools/frame';
import { Sources } from '@/components/tools/links';
import { useTool } from '@/components/tools/use-tool';
import {
  errorFields,
  errorPolicies,
  type ErrorPolicy,
  GROUPS,
  KEY_WORDS,
  RETRY_WORDS,
} from '@/simulations/tools/errors';

const COLUMNS = [
  { id: 'happened', label: 'Did it happen?', width: '8%' },
  { id: 'remember', label: 'Remember it under the key?', width: '14%' },
  { id: 'retry', label: 'Try again?', width: '12%' },
  { id: 'key', label: 'Which key?', width: '8%' },
  { id: 'why', label: 'Why', width: '26%' },
  { id: 'sources', label: 'Sources', width: '16%' },
] as const;

export function Errors() {
  const tool = useTool(errorFields);
  const { group, retry } = tool.values;
  const shown = errorPolicies.filter(
    (policy) =>
      (group === 'all' || policy.group === group) && (retry === 'all' || policy.retry === retry),
  );
  return (
    <Frame
      layout="above"
      tool={tool}
      controls={
        <>
          <Control tool={tool} name="group" />
          <Control tool={tool} name="retry" />
        </>
      }
    >
      <p role="status" className="text-sm text-muted">
        {shown.length === 0
          ? 'No call ends like that.'
          : `${shown.length} of ${errorPolicies.length} ways in which a call ends.`}
      </p>
      {shown.length > 0 && (
        <CardTable
          caption="What to do about each way in which a call ends"
          headLabel="What came back"
          isFixed
          columns={COLUMNS}
          rows={shown.map(rowOf)}
        />
      )}
    </Frame>
  );
}

function rowOf(policy: ErrorPolicy) {
  const { id, failure, group, happened, remember, rememberHow, retry, retryHow, key, why } = policy;
  return {
    id,
    head: (
      <>
        {failure}
        <span className="block text-[0.8125rem] font-normal text-muted">{GROUPS[group]}</span>
      </>
    ),
    cells: {
      happened: <Word tone={happened === 'unknown' ? 'fault' : 'ink'}>{happened}</Word>,
      remember: (
        <>
          <Word tone={REMEMBER_TONES[remember]}>{REMEMBER_WORDS[remember]}</Word>
          <Small>{rememberHow}</Small>
        </>
      ),
      retry: (
        <>
          <Word tone={retry === 'yes' ? 'effect' : 'ink'}>{RETRY_WORDS[retry]}</Word>
          <Small>{retryHow}</Small>
        </>
      ),
      key: <Word tone={key === 'same' ? 'intent' : 'ink'}>{KEY_WORDS[key]}</Word>,
      why,
      sources: (
        <span className="text-[0.8125rem]">
          <Sources ids={policy.sources} />
        </span>
      ),
    },
  };
}

const REMEMBER_WORDS = { yes: 'yes', no: 'no', depends: 'it depends' } as const;
const REMEMBER_TONES = { yes: 'effect', no: 'ink', depends: 'fault' } as const;
const TONES = {
  ink: '',
  effect: 'text-effect',
  fault: 'text-fault',
  intent: 'text-intent',
} as const;

function Word({
  tone,
  children,
}: {
  readonly tone: keyof typeof TONES;
  readonly children: string;
}) {
  return <span className={`block font-semibold ${TONES[tone]}`}>{children}</span>;
}

function Small({ children }: { readonly children: string }) {
  return <span className="block text-[0.8125rem] text-muted">{children}</span>;
}

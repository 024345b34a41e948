import { Formula } from '@/components/tools/key-lab/formula';
import { KeyLab } from '@/components/tools/key-lab/key-lab';
import { ScenarioLinks, Sources } from '@/components/tools/links';
import { toolMetadata, ToolPage } from '@/components/tools/tool-page';
import { catalogue } from '@/simulations/catalogue';
import { keyScenarios } from '@/simulations/tools/key-lab';
import { linkTo } from '@/simulations/tools/scenario-reference';

export const metadata = toolMetadata('key-lab');

export default function KeyLabPage() {
  return (
    <ToolPage
      slug="key-lab"
      intro={
        <p>
          A key names one thing that somebody wants. If two things get the same key, the second is
          taken for a repeat of the first and never happens. If one thing gets two keys, it happens
          twice.
        </p>
      }
    >
      <KeyLab
        formula={<Formula />}
        seen={
          <>
            <ScenarioLinks links={keyScenarios.map((scenario) => linkTo(scenario, catalogue))} />
            <p className="mt-4 text-[0.8125rem] text-muted">
              How the keys are written: <Sources ids={['rfc9562', 'ulid']} />.
            </p>
          </>
        }
      />
    </ToolPage>
  );
}

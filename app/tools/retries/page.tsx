import { ScenarioLinks, Sources } from '@/components/tools/links';
import { Formulas } from '@/components/tools/retries/formulas';
import { RetryCalculator } from '@/components/tools/retries/retry-calculator';
import { toolMetadata, ToolPage } from '@/components/tools/tool-page';
import { catalogue } from '@/simulations/catalogue';
import { retryExamples, retryScenarios } from '@/simulations/tools/retries';
import { linkTo } from '@/simulations/tools/scenario-reference';

export const metadata = toolMetadata('retries');

export default function RetriesPage() {
  return (
    <ToolPage
      slug="retries"
      intro={
        <p>
          A retry policy says how often, how long apart, and until when. Each service that has one
          multiplies the calls of all before it, and the last call of all can come late.
        </p>
      }
    >
      <RetryCalculator
        layersSources={<Sources ids={['sre', 'aws-retries']} />}
        exampleSources={Object.fromEntries(
          retryExamples.map(({ name, source }) => [name, <Sources key={name} ids={[source]} />]),
        )}
        formulas={<Formulas />}
        seen={
          <ScenarioLinks links={retryScenarios.map((scenario) => linkTo(scenario, catalogue))} />
        }
      />
    </ToolPage>
  );
}

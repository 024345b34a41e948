import { KeyLab } from '@/components/tools/key-lab/key-lab';
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
      <KeyLab links={keyScenarios.map((scenario) => linkTo(scenario, catalogue))} />
    </ToolPage>
  );
}

import { toolMetadata, ToolPage } from '@/components/tools/tool-page';
import { WindowCalculator } from '@/components/tools/window/window-calculator';
import { catalogue } from '@/simulations/catalogue';
import { linkTo } from '@/simulations/tools/scenario-reference';
import { systemWindows } from '@/simulations/tools/systems/systems';
import { windowScenarios } from '@/simulations/tools/window';

export const metadata = toolMetadata('window');

export default function WindowPage() {
  return (
    <ToolPage
      slug="window"
      intro={
        <p>
          A record must outlast the last repeat that can come. So ask how late one can be: the
          client’s retries, a person who returns, a queue that delivers again, a dead letter that is
          put back.
        </p>
      }
    >
      <WindowCalculator
        links={windowScenarios.map((scenario) => linkTo(scenario, catalogue))}
        systems={systemWindows}
      />
    </ToolPage>
  );
}

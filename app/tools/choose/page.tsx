import { Chooser } from '@/components/tools/choose/chooser';
import { toolMetadata, ToolPage } from '@/components/tools/tool-page';
import { catalogue } from '@/simulations/catalogue';
import { patterns } from '@/simulations/tools/choose/patterns';
import { linkTo } from '@/simulations/tools/scenario-reference';

export const metadata = toolMetadata('choose');

export default function ChoosePage() {
  const links = Object.fromEntries(
    Object.entries(patterns).map(([id, { scenarios }]) => [
      id,
      scenarios.map((scenario) => linkTo(scenario, catalogue)),
    ]),
  );
  return (
    <ToolPage
      slug="choose"
      intro={
        <p>
          There is no one way to make a repeat harmless. What starts the work, and what must not
          happen twice, decide which one fits.
        </p>
      }
    >
      <Chooser links={links} />
    </ToolPage>
  );
}

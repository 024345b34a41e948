import { Systems } from '@/components/tools/systems/systems';
import { toolMetadata, ToolPage } from '@/components/tools/tool-page';

export const metadata = toolMetadata('systems');

export default function SystemsPage() {
  return (
    <ToolPage
      slug="systems"
      isWide
      intro={
        <p>
          They agree on the idea and on little else: what the key is called, where it counts, how
          long it is kept, and what a repeat is told. Read the source before you rely on a row;
          services change.
        </p>
      }
    >
      <Systems />
    </ToolPage>
  );
}

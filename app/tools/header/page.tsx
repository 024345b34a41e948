import { HeaderChecker } from '@/components/tools/header/header-checker';
import { WhyTheTwoDiffer } from '@/components/tools/header/why';
import { Sources } from '@/components/tools/links';
import { toolMetadata, ToolPage } from '@/components/tools/tool-page';

export const metadata = toolMetadata('header');

export default function HeaderPage() {
  return (
    <ToolPage
      slug="header"
      intro={
        <p>
          The draft standard wants the key in double quotes. Most of the world sends it without.
          Both can work, but not mixed.
        </p>
      }
    >
      <HeaderChecker
        sources={<Sources ids={['draft-key', 'rfc9651']} />}
        why={<WhyTheTwoDiffer />}
      />
    </ToolPage>
  );
}

import { Errors } from '@/components/tools/errors/errors';
import { toolMetadata, ToolPage } from '@/components/tools/tool-page';

export const metadata = toolMetadata('errors');

export default function ErrorsPage() {
  return (
    <ToolPage
      slug="errors"
      isWide
      intro={
        <>
          <p>
            Two questions decide: did what was asked for happen, and would the same request end
            otherwise next time? What surely did not happen need not be remembered. What may have
            happened must not be forgotten.
          </p>
          <p className="text-base text-muted">
            Some servers do otherwise, and a client has to follow the one that it calls. Where they
            differ, the reason says so.
          </p>
        </>
      }
    >
      <Errors />
    </ToolPage>
  );
}

import { Header } from '@/components/chrome/header';

/** One page for every address that there isn't: that it stands in somebody else's page, only its address says. */
const KNOW_FRAME = `if(/\\/embed\\//.test(location.pathname))document.documentElement.dataset.framed=''`;

export default function NotFound() {
  return (
    <>
      <script dangerouslySetInnerHTML={{ __html: KNOW_FRAME }} />
      <div className="unframed">
        <Header home="./" />
        <main className="mx-auto max-w-xl px-6 py-16">
          <h1 className="font-serif text-3xl">There is no page here.</h1>
          <p className="mt-4">
            The address may be mistyped, or the scenario may have another name now.{' '}
            <a className="text-intent underline underline-offset-2" href="./#scenarios">
              All scenarios
            </a>
          </p>
        </main>
      </div>
      <main className="framed px-3 py-3 sm:px-6">
        <p>
          There is nothing to show at this address.{' '}
          <a
            className="text-intent underline underline-offset-2"
            href="./#scenarios"
            target="_blank"
            rel="noopener"
          >
            All scenarios of Idempotency Lab
          </a>
        </p>
      </main>
    </>
  );
}

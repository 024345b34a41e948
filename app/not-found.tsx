import { Header } from '@/components/chrome/header';

export default function NotFound() {
  return (
    <>
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
    </>
  );
}

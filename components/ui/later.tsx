import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/**
 * A part of a page whose script is loaded when it is first shown; to be put into a `Suspense`. Where it can't be had,
 * since the network is gone or the site was built anew meanwhile, it says so, and the rest of the page stays.
 */
export const later = <P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> =>
  lazy(async () => ({ default: await load().catch(() => NotLoaded) }));

const NotLoaded = () => (
  <p role="alert" className="sticky bottom-0 z-20 bg-panel p-3 text-sm text-fault">
    This part of the page could not be loaded. Reload the page and try again.
  </p>
);

import type { Scenario } from '@/lib/scenario/scenario';

const loading = new Map<string, Promise<Scenario>>();

/**
 * Loads one scenario, and with it the machines that it needs: a page of one scenario should not carry
 * all the others. The folder's name is the slug, so nothing has to list them a second time.
 *
 * One that failed is kept too: the page asks anew at every try to draw itself, and with a new promise for each it
 * would go on trying for good.
 */
export function loadScenario(slug: string): Promise<Scenario> {
  const known = loading.get(slug);
  if (known) return known;
  const loaded = load(slug);
  loading.set(slug, loaded);
  return loaded;
}

async function load(slug: string): Promise<Scenario> {
  const module = (await import(`@/simulations/scenarios/${slug}/scenario`)) as Record<
    string,
    Scenario
  >;
  const scenario = Object.values(module).find((exported) => exported.slug === slug);
  if (!scenario) throw new Error(`simulations/scenarios/${slug}/scenario.ts has no "${slug}"`);
  return scenario;
}

import { placeOf } from '@/components/chrome/stages';
import { Icon } from '@/components/ui/icons';
import type { Scenario } from '@/lib/scenario/scenario';
import { scenariosOn, stages } from '@/simulations/catalogue';

/** As the home page lists them. */
const LISTED = stages.flatMap(scenariosOn);

/** Where a scenario stands among all, and the ways to its neighbours. Made on the server: a page knows no scenario but its own. */
export function Place({ scenario }: { readonly scenario: Scenario }) {
  const at = LISTED.indexOf(scenario);
  return (
    <p className="flex items-center gap-x-1 text-[0.8125rem] text-muted">
      {placeOf(scenario)}
      <span className="no-print flex">
        <Way to={LISTED[at - 1]} name="Previous" icon="back" />
        <Way to={LISTED[at + 1]} name="Next" icon="forward" />
      </span>
    </p>
  );
}

interface WayProps {
  /** Left out: there is none on that side. */
  readonly to: Scenario | undefined;
  readonly name: 'Previous' | 'Next';
  readonly icon: 'back' | 'forward';
}

function Way({ to, name, icon }: WayProps) {
  if (!to) return null;
  const label = `${name}: ${to.title}`;
  return (
    <a
      href={to.slug}
      aria-label={label}
      title={label}
      // Larger for a finger than the line that it stands in.
      className="-my-3 grid h-11 w-9 place-items-center hover:text-ink"
    >
      <Icon name={icon} />
    </a>
  );
}

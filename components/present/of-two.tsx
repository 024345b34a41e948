import { labelOf, type Settings } from '@/lib/scenario/knobs';
import type { Scenario } from '@/lib/scenario/scenario';

interface OfTwoProps {
  readonly scenario: Scenario;
  readonly settings: Settings;
  /** Of the other run, to which the speaker comes back after the slide. */
  readonly twin: Settings;
}

/** Which of two compared runs is on the slide: a slide has room for one. */
export function OfTwo({ scenario, settings, twin }: OfTwoProps) {
  const differ = Object.entries(scenario.knobs).filter(([name]) => settings[name] !== twin[name]);
  return (
    <p data-testid="of-two" className="text-[clamp(0.8125rem,0.95vw,2rem)] leading-snug text-muted">
      This run of the two
      {differ.map(([name, knob]) => (
        <span key={name} className="block text-ink">
          {knob.label}: {labelOf(knob, settings[name])}
        </span>
      ))}
    </p>
  );
}

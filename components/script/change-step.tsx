import { Button } from '@/components/ui/button';

interface ChangeStepProps {
  readonly position: number;
  /** Before this step there is nothing to change. */
  readonly first?: number;
  readonly onPick: (entry: number, at: DOMRect) => void;
  readonly className?: string;
}

/** What a press of a message in the drawing does, by keyboard: where there is no transcript, it is the only way. */
export const ChangeStep = ({ position, first = 1, onPick, className = '' }: ChangeStepProps) => (
  <Button
    aria-haspopup="dialog"
    // Its room stays, so that a step moves nothing.
    className={`no-print shrink-0 ${position < first ? 'invisible' : ''} ${className}`}
    onClick={({ currentTarget }) => onPick(position - 1, currentTarget.getBoundingClientRect())}
  >
    Change step {position}
  </Button>
);

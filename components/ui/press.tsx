import { Icon } from '@/components/ui/icons';

interface PressProps {
  readonly label: string;
  readonly icon: 'start' | 'back' | 'forward' | 'end';
  /** There is nothing to step to. */
  readonly off: boolean;
  readonly onPress: () => void;
  /** What does the same anywhere on the page, as `aria-keyshortcuts` has it. */
  readonly keys?: string;
}

/** A button with nothing but a sign, by which one steps. */
export function Press({ label, icon, off, onPress, keys }: PressProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={keys}
      // Not `disabled`: that would take the focus away from whoever steps by keyboard.
      aria-disabled={off}
      className="grid size-9 place-items-center rounded-md border border-line bg-panel hover:border-edge aria-disabled:opacity-40"
      onClick={() => {
        if (!off) onPress();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}

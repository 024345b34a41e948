import type { ComponentProps } from 'react';

const LOOKS = {
  plain: 'border border-line bg-panel hover:border-edge',
  strong: 'border border-ink bg-ink text-paper hover:opacity-90',
  quiet: 'border border-transparent hover:bg-soft',
} as const;

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: keyof typeof LOOKS;
}

export function Button({ look = 'plain', className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`inline-flex min-h-9 items-center justify-center gap-1.5 rounded-md px-3 text-sm whitespace-nowrap disabled:opacity-40 aria-disabled:opacity-40 ${LOOKS[look]} ${className}`}
      {...rest}
    />
  );
}

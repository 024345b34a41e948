import type { Fields } from '@/lib/tools/fields';

export const headerFields = {
  value: {
    ...{ kind: 'text', label: 'Value of Idempotency-Key' },
    help: 'As it is sent, with or without quotes. A second line stands for a second header of the same name.',
    ...{ initial: '8e03978e-40d5-43e8-bc93-6894a57f9324', charactersMax: 600 },
  },
} as const satisfies Fields;

/** Worth trying. */
export const headerExamples: readonly { readonly name: string; readonly value: string }[] = [
  { name: 'a bare UUID, as most send it', value: headerFields.value.initial },
  { name: 'the draft’s own example', value: '"8e03978e-40d5-43e8-bc93-6894a57f9324"' },
  { name: 'a bare word', value: 'order-4711-pay' },
  { name: 'single quotes', value: "'8e03978e-40d5-43e8-bc93-6894a57f9324'" },
  { name: 'quotes from a word processor', value: '“8e03978e-40d5-43e8-bc93-6894a57f9324”' },
  { name: 'an umlaut', value: '"müller-0001-2026-01"' },
  { name: 'a quote that never ends', value: '"8e03978e-40d5' },
  { name: 'an escape', value: '"tenant\\\\4711-8e03978e40d543e8"' },
  { name: 'a parameter', value: '"8e03978e-40d5-43e8-bc93-6894a57f9324";v=1' },
  { name: 'sent twice', value: '"8e03978e-40d5"\n"43e8-bc93"' },
  { name: 'only the time', value: '1768469400250' },
];

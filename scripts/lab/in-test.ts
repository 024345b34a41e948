import { main } from './main.ts';

/** Runs the command line, and gives what it said. */
export function lab(...words: string[]) {
  const [out, error]: [string[], string[]] = [[], []];
  const status = main(words, {
    out: (text) => out.push(text),
    error: (text) => error.push(text),
  });
  return { status, out: out.join('\n'), error: error.join('\n') };
}

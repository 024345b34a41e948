import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { LIMITS } from '@/lib/engine/limits';
import { catalogue } from '@/simulations/catalogue';

import { lab } from './in-test.ts';
import { USAGES } from './usage.ts';

const COMMANDS = Object.keys(USAGES);

describe('lab help', () => {
  it.each([['help'], ['--help'], ['-h'], ['fly', '--help']])('is given for %s %s', (...words) => {
    const { status, out, error } = lab(...words);
    expect([status, error]).toEqual([0, '']);
    expect(out.match(/^ {2}lab [a-z]+/gm)).toEqual(COMMANDS.map((name) => `  lab ${name}`));
  });

  it.each(COMMANDS)('is given for %s alone, which does nothing then', (name) => {
    for (const words of [
      [name, '--help'],
      [name, 'lock', '-h'],
      ['help', name],
    ]) {
      const { status, out, error } = lab(...words);
      expect([status, error]).toEqual([0, '']);
      expect(out.match(/^ {2}lab [a-z]+/gm)).toEqual([`  lab ${name}`]);
      expect(out).toMatch(/^exit status: 0 .*, 1 .*, 2 /m);
    }
  });

  it('is what the README says', () => {
    const readme = readFileSync('README.md', 'utf8');
    // There a command stands in one line, and is called by npm.
    for (const usage of Object.values(USAGES)) {
      const line = usage.trim().replaceAll(/\s+/g, ' ').replace('lab', 'npm run -s lab --');
      expect(readme.split('\n')).toContain(line);
    }
  });
});

describe('bad input', () => {
  it.each([
    [[], 'name a command'],
    [['fly'], 'no command "fly"'],
    [['help', 'fly'], 'no command "fly"'],
    [['run'], 'name a scenario'],
    [['run', 'nothing'], 'no scenario "nothing"; `lab list` names them all'],
    [['run', 'lost-respnse'], 'no scenario "lost-respnse"; did you mean lost-response? `lab list`'],
    [['run', '__proto__'], 'no scenario "__proto__"'],
    [['run', 'lost-response', 'redelivery'], '"redelivery" is one word too many'],
    [['run', 'lost-response', '--set'], '--set needs a value'],
    [['run', 'lost-response', '--set', 'colour=red'], 'no knob "colour"; it has key, retries'],
    [['run', 'lost-response', '--set', 'constructor=x'], 'no knob "constructor"'],
    [['run', 'lost-response', '--set', 'key'], '"key" can\'t be ""; it can be none, per-intent'],
    [['run', 'lost-response', '--set', 'key=red'], '"key" can\'t be "red"'],
    [['run', 'lost-response', '--set', 'retries=99'], '"retries" can\'t be "99"; it can be 0, 1'],
    [['run', 'methods', '--set', 'times=101'], 'it can be a number from 1 to 100'],
    [
      ['run', 'lost-response', '--script', 'lose.moon-api.1'],
      '"lose.moon-api.1" is not a directive',
    ],
    [['run', 'redelivery', '--script', 'x'], 'one looks like "lose.producer-queue.1"'],
    [['run', 'lost-response', '--script', 'a\nb'], '"a b" is not a directive'],
    [
      [
        'run',
        'lost-response',
        '--script',
        Array(LIMITS.directivesMax + 1)
          .fill('wait.1')
          .join('~'),
      ],
      'at most 200',
    ],
    [['run', 'lost-response', '--format', 'xml'], '--format is text, json or mermaid, not "xml"'],
    [['run', 'lost-response', '--json'], 'no option "--json" here; there are --set'],
    [['list', 'all'], '"all" is one word too many'],
    [['list', '--all'], 'no option "--all"'],
    [['list', '--json=yes'], 'no option "--json=yes"'],
    [['claims', '--format', 'json'], 'no option "--format"'],
    [['claims', '--part', '3/2'], '--part is one of so many'],
    [['explore'], 'name a scenario'],
    [['explore', 'lost-response', '--losses', '16'], '--losses is a number from 0 to 15, not "16"'],
    [['explore', 'lost-response', '--crashes', '-1'], '--crashes is a number from 0 to 15'],
    [['explore', 'lost-response', '--states', 'many'], '--states is a number from 0 to'],
    [['map', 'http-api'], 'no scenario "http-api"'],
  ])('such as %j is refused in one line', (words, complaint) => {
    const { status, out, error } = lab(...words);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(error).toContain(complaint);
    expect(error).toMatch(/^lab: [^\n]+$/);
  });
});

it.each(catalogue)('the example that is named for $slug can be played', ({ slug }) => {
  const { error } = lab('run', slug, '--script', 'x');
  const example = /one looks like "(.*)"/.exec(error)?.[1] ?? '';
  expect(lab('run', slug, '--script', example)).toMatchObject({ status: 0, error: '' });
});

import type { Cast } from '@/lib/engine/model';
import type { Arrow, Beat, Tone } from '@/lib/projections/beats';
import { labelLines } from '@/lib/projections/label-lines';

/** What one drawn line of the diagram belongs to; lines of each kind come in the order in which Mermaid draws them. */
export interface DiagramLine {
  readonly kind: 'message' | 'note' | 'activation';
  /** Index of the entry. */
  readonly entry: number;
  readonly tone: Tone;
  /** How many lines of text it has. */
  readonly rows: number;
  /** A note of a crash: the lifeline breaks there. */
  readonly crash: boolean;
}

export interface SequenceDiagram {
  /** Mermaid source, in syntax common to Mermaid 11 and 12. */
  readonly source: string;
  readonly lines: readonly DiagramLine[];
}

export interface DiagramTitle {
  readonly title: string;
  readonly description: string;
}

/** Characters in a line of a label. Longer ones set lifelines further apart, and many of these then need to scroll. */
const labelMax = (lifelines: number): number => (lifelines <= 3 ? 32 : lifelines === 4 ? 24 : 20);

/**
 * Draws beats as a Mermaid sequence diagram. Mermaid's arrows are level, so each message gets one line:
 * where it lands or, if it is lost, where it was lost.
 */
export function toSequenceDiagram(
  beats: readonly Beat[],
  cast: Cast,
  title?: DiagramTitle,
): SequenceDiagram {
  const participants = cast.processes
    .filter(({ actors }) => actors.length > 0)
    .map(({ id, label }) => `participant ${id} as ${escape(label)}`);
  const drawn = drawAll(beats, labelMax(participants.length));
  const accessible = title
    ? [`accTitle: ${escape(title.title)}`, `accDescr: ${escape(title.description)}`]
    : [];
  const body = [...accessible, ...participants, ...drawn.statements];
  return {
    source: ['sequenceDiagram', ...body.map((line) => `  ${line}`)].join('\n'),
    lines: drawn.lines,
  };
}

function drawAll(beats: readonly Beat[], lineMax: number) {
  const statements: string[] = [];
  const lines: DiagramLine[] = [];
  const open: string[] = [];
  for (const beat of beats) {
    if (beat.arrow) {
      const label = labelLines(`${beat.index + 1} · ${beat.arrow.text}`, lineMax);
      statements.push(drawArrow(beat.arrow, label));
      lines.push({
        ...{ kind: 'message', entry: beat.index, tone: arrowTone(beat), crash: false },
        rows: label.length,
      });
    }
    for (const { process, by } of beat.activity) {
      if (by === 1) {
        statements.push(`activate ${process}`);
        // Mermaid keeps a place for a bar when it is opened, and closes the innermost.
        lines.push({ kind: 'activation', entry: beat.index, tone: 'calm', rows: 0, crash: false });
        open.push(process);
      } else if (open.includes(process)) {
        statements.push(`deactivate ${process}`);
        open.splice(open.lastIndexOf(process), 1);
      }
    }
    beat.notes.forEach(({ over, text, tone }, position) => {
      const number = beat.arrow || position > 0 ? '' : `${beat.index + 1} · `;
      const label = labelLines(`${number}${text}`, lineMax);
      statements.push(`Note over ${over.join(',')}: ${written(label)}`);
      lines.push({
        ...{ kind: 'note', entry: beat.index, tone, crash: beat.crash !== null },
        rows: label.length,
      });
    });
  }
  // One that is never closed Mermaid does not draw.
  statements.push(...open.reverse().map((process) => `deactivate ${process}`));
  return { statements, lines };
}

const ARROWS: Readonly<Record<Arrow['style'], string>> = {
  request: '->>',
  reply: '-->>',
  lost: '--x',
};

const drawArrow = ({ from, to, style }: Arrow, label: readonly string[]): string =>
  `${from}${ARROWS[style]}${to}: ${written(label)}`;

const written = (label: readonly string[]): string => label.map(escape).join('<br/>');

/** The message that did the harm is as red as the harm; an effect is told by its note alone. */
const arrowTone = ({ tone }: Beat): Tone =>
  tone === 'effect' || tone === 'intent' ? 'calm' : tone;

/**
 * Mermaid ends a statement at `;`, reads `#` and `&` as the start of a character code, `%%` as a comment
 * or a directive, `<` as markup, `$$` as mathematics and `wrap:` as an instruction, all without a word.
 */
export const escape = (text: string): string =>
  text
    .replaceAll(/[#;%<>&$]|(?<=^\s*:?(?:no)?wrap):/g, (mark) => `#${mark.charCodeAt(0)};`)
    .replaceAll(/[\r\n\u2028\u2029]+/g, ' ');

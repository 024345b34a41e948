import type { Box, DrawnText, Export } from '@/components/mermaid/export';

const SCALE = 2;
/** Browsers refuse larger canvases, some without a word. */
const SIDE_MAX = 8_000;

export interface Png {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
  /** It would have been larger than a picture may be, and was made smaller. */
  readonly reduced: boolean;
}

/** How much larger than the drawing its picture is: twice, unless a side would become too long. */
export function pngScale({ width, height }: Pick<Box, 'width' | 'height'>): number {
  return Math.min(SCALE, SIDE_MAX / Math.max(width, height));
}

/** The drawing as a picture. Its shapes come from the SVG, its words from the page's own typeface. */
export async function toPng({ box, wordless, texts }: Export): Promise<Png> {
  const scale = pngScale(box);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(box.width * scale);
  canvas.height = Math.floor(box.height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser has no canvas');
  const image = await load(wordless);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.translate(-box.x, -box.y);
  for (const text of texts) write(context, text);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('this browser made no picture of it');
  return { blob, width: canvas.width, height: canvas.height, reduced: scale < SCALE };
}

async function load(svg: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function write(context: CanvasRenderingContext2D, line: DrawnText): void {
  context.font = line.font;
  context.fillStyle = line.fill;
  context.globalAlpha = line.opacity;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText(
    line.text,
  );
  context.fillText(line.text, line.x, line.y + (line.height * ascent) / (ascent + descent));
}

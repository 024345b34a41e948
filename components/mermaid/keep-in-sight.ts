import { drawnOf } from '@/components/mermaid/reveal';

/** How much of the frame's edge a step keeps clear of. */
const CLEAR = 0.2;

/** Keeps the present step in sight by scrolling `frame` itself; never moves the page around it. */
export function keepInSight(frame: Element, drawing: Element, position: number): void {
  // A bar of activity goes on long after the step that it began with.
  const drawn = drawnOf(drawing, Math.max(0, position - 1)).filter(
    (element) => !element.matches('[class^="activation"]'),
  );
  const boxes = drawn.map((element) => element.getBoundingClientRect());
  if (boxes.length === 0) return;
  const around = frame.getBoundingClientRect();
  // The heads of the lifelines stay at the top, above what is scrolled.
  const heads = drawing.querySelector('.heads > rect')?.getBoundingClientRect().height ?? 0;
  frame.scrollBy({
    left: shift(
      [Math.min(...boxes.map(({ left }) => left)), Math.max(...boxes.map(({ right }) => right))],
      [around.left, around.left + frame.clientWidth],
    ),
    top:
      position === 0
        ? -frame.scrollTop
        : shift(
            [
              Math.min(...boxes.map(({ top }) => top)),
              Math.max(...boxes.map(({ bottom }) => bottom)),
            ],
            [around.top + heads, around.top + frame.clientHeight],
          ),
  });
}

type Span = readonly [number, number];

/** By how much to scroll so that `step` lies well inside `frame`; what does not fit is centred. */
function shift(step: Span, frame: Span): number {
  const room = frame[1] - frame[0];
  const margin = Math.min((room - (step[1] - step[0])) / 2, room * CLEAR);
  if (step[0] < frame[0] + margin) return step[0] - frame[0] - margin;
  if (step[1] > frame[1] - margin) return step[1] - frame[1] + margin;
  return 0;
}

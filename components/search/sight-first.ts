/** A drawing that takes longer, on a bad line say, is not waited for. */
const WAIT_MAX_MS = 1_000;

let underWay: Promise<unknown> = Promise.resolve();

/** Lets what is being drawn go before work that nobody sees: on two processors each takes half as long again beside the other. */
export function drawFirst<T>(drawn: Promise<T>): Promise<T> {
  underWay = Promise.allSettled([underWay, drawn]).then(() => undefined);
  return drawn;
}

/** Settles when nothing is being drawn. */
export const allDrawn = (): Promise<unknown> =>
  Promise.race([underWay, new Promise((give) => setTimeout(give, WAIT_MAX_MS))]);

/** Work that is done a slice at a time: what comes of it, taken to its end at one go. */
export function drained<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
  }
}

/** The same work, telling its progress in another way. */
export function* retold<Said, Told, T>(
  steps: Generator<Said, T>,
  tell: (said: Said) => Told,
): Generator<Told, T> {
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
    yield tell(value);
  }
}

/** The same integers with room for more. */
export function enlarged(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.ceil(length));
  larger.set(array);
  return larger;
}

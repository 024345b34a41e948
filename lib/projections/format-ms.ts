/** Virtual time for people: `1,240 ms`. */
export function formatMs(ms: number): string {
  return `${String(ms).replace(/\B(?=(\d{3})+$)/g, ',')} ms`;
}

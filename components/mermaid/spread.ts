/** For tests of Mermaid, which is slow: at most so many of the items, from all over them. */
export const spread = <T>(items: readonly T[], max: number): readonly T[] => {
  const stride = Math.max(1, items.length / max);
  return items.filter((_, index) => Math.floor(index / stride) > Math.floor((index - 1) / stride));
};

/** At most so many of the items, from all over them: tests draw more diagrams than Mermaid can read in time. */
export const spread = <T>(items: readonly T[], max: number): readonly T[] => {
  const stride = Math.max(1, items.length / max);
  return items.filter((_, index) => Math.floor(index / stride) > Math.floor((index - 1) / stride));
};

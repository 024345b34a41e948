import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { allDrawn, drawFirst } from '@/components/search/sight-first';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('waits for all that is being drawn, also for what comes to nothing', async () => {
  const first = drawFirst(after(20, () => 'a drawing'));
  const second = drawFirst(
    after(50, () => {
      throw new Error('not to be had');
    }),
  );
  const failed = expect(second).rejects.toThrow('not to be had');
  const told = listen(allDrawn());

  await vi.advanceTimersByTimeAsync(49);
  expect(await first).toBe('a drawing');
  expect(told.over).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(told.over).toBe(true);
  await failed;
});

it('waits for nothing where nothing is being drawn, and for a slow drawing a second at most', async () => {
  const idle = listen(allDrawn());
  await vi.advanceTimersByTimeAsync(0);
  expect(idle.over).toBe(true);

  void drawFirst(after(5_000, () => 'a drawing'));
  const told = listen(allDrawn());
  await vi.advanceTimersByTimeAsync(999);
  expect(told.over).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(told.over).toBe(true);
});

// Helpers

const after = async <T>(ms: number, then: () => T): Promise<T> => {
  await new Promise((give) => setTimeout(give, ms));
  return then();
};

function listen(wait: Promise<unknown>): { readonly over: boolean } {
  const told = { over: false };
  void wait.then(() => {
    told.over = true;
  });
  return told;
}

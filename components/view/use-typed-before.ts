import { type RefObject, useEffectEvent, useLayoutEffect } from 'react';

/**
 * Takes over what was typed into a box before the page’s scripts had started; it would be lost as soon as the box
 * is drawn anew.
 */
export function useTypedBefore(
  box: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  take: (typed: string) => void,
): void {
  const taken = useEffectEvent(take);
  useLayoutEffect(() => {
    // As it was sent, a box holds its default.
    if (box.current && box.current.value !== box.current.defaultValue) taken(box.current.value);
  }, [box]);
}

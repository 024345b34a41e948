'use client';

import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

/** Farther than this a press was a drag; and this far a finger must go to mean it. */
const STILL_PX = 10;
const SWIPE_PX = 48;
/** Longer than this a finger was held; and a click this soon after a tap is the tap's own. */
const TAP_MS = 500;
const CLICK_AFTER_TAP_MS = 700;
const AWAKE_MS = 2_500;

/**
 * A click or tap steps on, a swipe steps either way; scrolling, zooming and selecting do neither. Browsers
 * now and then make no click of a tap that follows a swipe, so a finger counts when it is lifted.
 */
export function useTapsAndSwipes(forward: () => void, back: () => void) {
  const from = useRef<{ readonly x: number; readonly y: number; readonly at: number } | null>(null);
  const dragged = useRef(false);
  const tappedAt = useRef(-Infinity);
  return {
    onPointerDown: ({ isPrimary, clientX: x, clientY: y, timeStamp: at }: PointerEvent) => {
      from.current = isPrimary ? { x, y, at } : null;
      dragged.current = false;
    },
    onPointerCancel: () => {
      from.current = null;
    },
    onPointerUp: ({ pointerType, clientX, clientY, timeStamp, target }: PointerEvent) => {
      if (!from.current) return;
      const [dx, dy] = [clientX - from.current.x, clientY - from.current.y];
      const held = timeStamp - from.current.at;
      dragged.current = Math.hypot(dx, dy) > STILL_PX;
      from.current = null;
      if (pointerType === 'mouse' || isOnControl(target)) return;
      if (!dragged.current) {
        if (held > TAP_MS) return;
        tappedAt.current = timeStamp;
        forward();
      } else if (Math.abs(dx) >= SWIPE_PX && Math.abs(dx) > 1.5 * Math.abs(dy) && !isZoomed()) {
        if (dx < 0) forward();
        else back();
      }
    },
    onClick: ({ target, timeStamp }: MouseEvent) => {
      const isTold = timeStamp - tappedAt.current < CLICK_AFTER_TAP_MS;
      if (isTold || dragged.current || isOnControl(target)) return;
      if (window.getSelection()?.toString()) return;
      forward();
    },
  };
}

const isOnControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, dialog, label') !== null;

/** Then a finger moves the view, not the story. */
const isZoomed = (): boolean => (window.visualViewport?.scale ?? 1) > 1.05;

/** Whether the pointer has moved of late: what only a hand on the mouse needs is shown only then. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(true);
  useEffect(() => {
    let timer = setTimeout(() => setAwake(false), AWAKE_MS);
    const wake = () => {
      setAwake(true);
      clearTimeout(timer);
      timer = setTimeout(() => setAwake(false), AWAKE_MS);
    };
    window.addEventListener('pointermove', wake);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', wake);
    };
  }, []);
  return awake;
}

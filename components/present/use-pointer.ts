'use client';

import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

/** Farther than this a press was a drag; and this far a finger must go to mean it. */
const STILL_PX = 10;
const SWIPE_PX = 48;
const AWAKE_MS = 2_500;

/** A click or tap steps on, a swipe steps either way; scrolling, zooming and selecting do neither. */
export function useTapsAndSwipes(forward: () => void, back: () => void) {
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const dragged = useRef(false);
  return {
    onPointerDown: ({ isPrimary, clientX: x, clientY: y }: PointerEvent) => {
      from.current = isPrimary ? { x, y } : null;
      dragged.current = false;
    },
    onPointerCancel: () => {
      from.current = null;
    },
    onPointerUp: ({ pointerType, clientX, clientY }: PointerEvent) => {
      if (!from.current) return;
      const [dx, dy] = [clientX - from.current.x, clientY - from.current.y];
      dragged.current = Math.hypot(dx, dy) > STILL_PX;
      from.current = null;
      const isZoomed = (window.visualViewport?.scale ?? 1) > 1.05;
      if (pointerType === 'mouse' || isZoomed) return;
      if (Math.abs(dx) < SWIPE_PX || Math.abs(dx) < 1.5 * Math.abs(dy)) return;
      if (dx < 0) forward();
      else back();
    },
    onClick: ({ target }: MouseEvent) => {
      const onControl = target instanceof Element && target.closest('button, a, dialog, label');
      if (dragged.current || onControl || window.getSelection()?.toString()) return;
      forward();
    },
  };
}

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

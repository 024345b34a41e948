'use client';

import { type RefObject, useEffect, useRef } from 'react';

import { hasModifier } from '@/components/ui/has-modifier';

/** What an embed tells the page around it. */
export type HostMessage =
  | { readonly type: 'idempotency-lab:height'; readonly height: number }
  | { readonly type: 'idempotency-lab:key'; readonly key: string };

/** Says nothing where there is no host: a page that posts to itself would listen to itself. */
function tellHost(message: HostMessage): void {
  // Any host may know how tall a public page is and that a key went unused.
  if (window.parent !== window) window.parent.postMessage(message, '*');
}

/**
 * Tells the host how tall the embed would like to be: what its parts take up, with all of `content` in
 * sight. It depends on the width alone, so a host that follows it comes to rest.
 */
export function useHeight(
  frame: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const [around, inner] = [frame.current, content.current];
    if (!around || !inner) return;
    const parts = [...around.children].map((part) => (part.contains(inner) ? inner : part));
    const scroller = inner.parentElement;
    let told = 0;
    const observer = new ResizeObserver(() => {
      const heights = parts.map((part) => part.getBoundingClientRect().height);
      // A bar to scroll sideways with takes its height from what it scrolls.
      const bar = scroller ? scroller.offsetHeight - scroller.clientHeight : 0;
      const height = Math.ceil(heights.reduce((sum, each) => sum + each, bar));
      if (height === told) return;
      told = height;
      tellHost({ type: 'idempotency-lab:height', height });
    });
    for (const part of parts) observer.observe(part);
    return () => observer.disconnect();
  }, [frame, content]);
}

const ON = ['ArrowRight', 'ArrowDown', 'PageDown'];
const BACK = ['ArrowLeft', 'ArrowUp', 'PageUp'];

interface Edges {
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** Whether every key scrolls as long as there is somewhere to scroll to, and only then goes unused. */
  readonly scrollsFirst?: boolean;
}

/** Keys that have nothing left to do here are handed to the host, so that a deck can go on. */
export function useUnusedKeys({ atStart, atEnd, scrollsFirst = false }: Edges): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (window.parent === window) return;
      if (hasModifier(event) || event.repeat) return;
      if (!((atEnd && ON.includes(key)) || (atStart && BACK.includes(key)))) return;
      if (!(target instanceof Element) || target.closest('dialog')) return;
      // Up and down move a slider and scroll; only where they can do neither are they unused.
      const vertical = key === 'ArrowUp' || key === 'ArrowDown';
      if (vertical && target.matches('input')) return;
      if ((vertical || scrollsFirst) && scrolls(target, key)) return;
      event.preventDefault();
      tellHost({ type: 'idempotency-lab:key', key });
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [atStart, atEnd, scrollsFirst]);
}

function scrolls(target: Element, key: string): boolean {
  const [sideways, back] = [key === 'ArrowLeft' || key === 'ArrowRight', BACK.includes(key)];
  for (let element: Element | null = target; element; element = element.parentElement) {
    const { scrollTop, scrollHeight, clientHeight, scrollLeft, scrollWidth, clientWidth } = element;
    const before = sideways ? scrollLeft : scrollTop;
    const length = sideways ? scrollWidth - clientWidth : scrollHeight - clientHeight;
    const { overflowX, overflowY } = getComputedStyle(element);
    const room = back ? before : length - before;
    if (room >= 1 && (sideways ? overflowX : overflowY) !== 'visible') return true;
  }
  return !sideways && (document.scrollingElement?.scrollHeight ?? 0) > window.innerHeight;
}

/** reveal.js says to the frames of a slide when it comes and when it goes. */
export function useSlide(onStart: () => void, onStop: () => void): void {
  const latest = useRef({ onStart, onStop });
  useEffect(() => {
    latest.current = { onStart, onStop };
  });
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      if (source !== window.parent || window.parent === window) return;
      if (data === 'slide:start') latest.current.onStart();
      else if (data === 'slide:stop') latest.current.onStop();
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, []);
}

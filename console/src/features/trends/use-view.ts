import { useEffect, useRef, useState } from 'react';
import type { TimeRange } from '@/shared/time/time-range';
import type { View } from './geometry';

const SETTLE = 180;

/**
 * The range on the screen. While a person zooms or pans it runs ahead of the address, so that the picture follows the
 * hand; after a short rest it becomes the range of the address, and the server is asked again at the new resolution.
 */
export function useView(range: TimeRange, commit: (from: number, to: number) => void) {
  const base = range.span ?? `${range.from}-${range.to}`;
  const [ahead, setAhead] = useState<(View & { base: string }) | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const view: View = ahead && ahead.base === base ? ahead : { from: range.from, to: range.to };
  const setView = (next: View) => {
    setAhead({ from: Math.round(next.from), to: Math.round(next.to), base });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => commit(Math.round(next.from), Math.round(next.to)), SETTLE);
  };
  return { view, setView, moving: ahead !== null && ahead.base === base };
}

/** A value that follows with a rest, so that a moving cursor does not ask the server at every pixel. */
export function useRested<T>(value: T, ms: number) {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const wait = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(wait);
  }, [value, ms]);
  return rested;
}

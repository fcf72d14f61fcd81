import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useNow } from './now';

/** The look-back windows that a person picks by name; `a` is a year. */
export const PRESETS = { '8h': 8, '24h': 24, '7d': 168, '30d': 720, '1a': 8760 } as const;
export type Preset = keyof typeof PRESETS;

export const HOUR = 3_600_000;
export const DEFAULT_PRESET: Preset = '24h';

export interface TimeRange {
  /** Epoch milliseconds, `to` exclusive. */
  from: number;
  to: number;
  /** Set while the range follows the clock. */
  preset?: Preset;
  live: boolean;
}

const isPreset = (text: string | null): text is Preset => text !== null && text in PRESETS;

export function rangeFromQuery(query: URLSearchParams, now: number): TimeRange {
  const from = Date.parse(query.get('from') ?? '');
  const to = Date.parse(query.get('to') ?? '');
  if (Number.isFinite(from) && Number.isFinite(to) && from < to) return { from, to, live: false };
  const asked = query.get('range');
  const preset = isPreset(asked) ? asked : DEFAULT_PRESET;
  return { from: now - PRESETS[preset] * HOUR, to: now, preset, live: true };
}

export function rangeToQuery(query: URLSearchParams, range: Preset | { from: number; to: number }) {
  const next = new URLSearchParams(query);
  next.delete('from');
  next.delete('to');
  next.delete('range');
  if (typeof range === 'string') next.set('range', range);
  else {
    next.set('from', new Date(Math.round(range.from)).toISOString());
    next.set('to', new Date(Math.round(range.to)).toISOString());
  }
  return next;
}

/** The one global time range, kept in the address so that a link shows what the sender saw. A live range moves every `stepSeconds`. */
export function useTimeRange(stepSeconds = 10) {
  const [query, setQuery] = useSearchParams();
  const now = useNow(stepSeconds);
  const key = `${query.get('from')}|${query.get('to')}|${query.get('range')}`;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the key holds the part of the query that matters
  const range = useMemo(() => rangeFromQuery(query, now), [key, now]);
  const setPreset = useCallback(
    (preset: Preset) => setQuery(old => rangeToQuery(old, preset), { replace: true }),
    [setQuery],
  );
  const setFixed = useCallback(
    (from: number, to: number) => setQuery(old => rangeToQuery(old, { from, to }), { replace: true }),
    [setQuery],
  );
  return { range, setPreset, setFixed };
}

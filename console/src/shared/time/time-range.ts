import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useNow } from './now';

/** The look-back windows that a person picks by name; `a` is a year. Any other span is written the same way: `10m`. */
export const PRESETS = ['8h', '24h', '7d', '30d', '1a'] as const;
export type Preset = (typeof PRESETS)[number];

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const DEFAULT_SPAN: Preset = '24h';

const UNITS: Record<string, number> = { s: 1000, m: MINUTE, h: HOUR, d: DAY, a: 365 * DAY };

/** Milliseconds of a span like "10m" or "7d"; null when it is none. */
export function spanOf(text: string | null | undefined) {
  const [, count, unit = ''] = /^(\d{1,5})([smhda])$/.exec(text ?? '') ?? [];
  return count ? Number(count) * (UNITS[unit] ?? 0) || null : null;
}

/** The shortest way to write a span, rounded to whole minutes (to seconds below ten minutes). */
export function spanText(ms: number) {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 600 && seconds % 60 !== 0) return `${seconds}s`;
  const minutes = Math.round(ms / MINUTE);
  if (minutes % (365 * 1440) === 0) return `${minutes / (365 * 1440)}a`;
  if (minutes % 1440 === 0 && minutes > 1440) return `${minutes / 1440}d`;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

export interface TimeRange {
  /** Epoch milliseconds, `to` exclusive. */
  from: number;
  to: number;
  /** The look-back span while the range follows the clock. */
  span?: string;
  live: boolean;
}

/** A range as the server is asked for it: whole minutes around it, so that a live range asks anew once a minute. */
export function instantsOf({ from, to }: Pick<TimeRange, 'from' | 'to'>) {
  return {
    from: new Date(Math.floor(from / MINUTE) * MINUTE).toISOString(),
    to: new Date(Math.ceil(to / MINUTE) * MINUTE).toISOString(),
  };
}

export function rangeFromQuery(query: URLSearchParams, now: number): TimeRange {
  const from = Date.parse(query.get('from') ?? '');
  const to = Date.parse(query.get('to') ?? '');
  if (Number.isFinite(from) && Number.isFinite(to) && from < to) return { from, to, live: false };
  const asked = query.get('range');
  const span = spanOf(asked) ? (asked ?? DEFAULT_SPAN) : DEFAULT_SPAN;
  return { from: now - (spanOf(span) ?? DAY), to: now, span, live: true };
}

export function rangeToQuery(query: URLSearchParams, range: string | { from: number; to: number }) {
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

/** Seconds after which a live range moves: about a pixel of a wide chart, between 2 and 30. */
const stepOf = (query: URLSearchParams) => {
  const span = spanOf(query.get('range')) ?? DAY;
  return Math.round(Math.min(30, Math.max(2, span / 1000 / 1000)));
};

/** The one global time range, kept in the address so that a link shows what the sender saw. A live range moves on. */
export function useTimeRange() {
  const [query, setQuery] = useSearchParams();
  const now = useNow(stepOf(query));
  const [from, to, span] = [query.get('from'), query.get('to'), query.get('range')];
  const range = useMemo(() => {
    const known = new URLSearchParams();
    for (const [key, value] of Object.entries({ from, to, range: span })) if (value) known.set(key, value);
    return rangeFromQuery(known, now);
  }, [from, to, span, now]);
  const setSpan = useCallback(
    (next: string) => setQuery(old => rangeToQuery(old, next), { replace: true }),
    [setQuery],
  );
  const setFixed = useCallback(
    (first: number, last: number) =>
      setQuery(old => rangeToQuery(old, { from: first, to: last }), { replace: true }),
    [setQuery],
  );
  return { range, setSpan, setFixed };
}

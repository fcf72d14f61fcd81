import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { formatLanes, type Lanes, parseLanes } from './lanes';

/** What the chart shows, kept in the address: `tags`, `compare`, and `at` for a pinned cursor. */
export function useTrendsView() {
  const [query, setQuery] = useSearchParams();
  const text = query.get('tags');
  const lanes = useMemo(() => parseLanes(text), [text]);
  const ids = useMemo(() => lanes.flat(), [lanes]);
  const pinned = Date.parse(query.get('at') ?? '');

  const set = (key: string, value: string | null) =>
    setQuery(
      old => {
        const next = new URLSearchParams(old);
        if (value === null || value === '') next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  return {
    lanes,
    ids,
    compare: query.get('compare') === '1',
    pin: Number.isFinite(pinned) ? pinned : null,
    setLanes: (next: Lanes) => set('tags', formatLanes(next)),
    setCompare: (on: boolean) => set('compare', on ? '1' : null),
    setPin: (at: number | null) => set('at', at === null ? null : new Date(at).toISOString()),
  };
}

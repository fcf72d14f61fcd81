import { useMemo, useState } from 'react';
import { withQuery } from '@/shared/api/client';
import type { LiveValue } from '@/shared/api/contract';
import { useNow } from '@/shared/time/now';
import { useSse } from './use-sse';

type Wire = [tag: number, time: number, value: number | null, quality: number];

/** How often ages are reckoned anew, so that a value that is renewed no more grows old before one's eyes. */
const AGE_SECONDS = 2;

/** Last values of tags, renewed at most once a second. At most 2,000 tags. */
export function useLiveValues(tags: readonly number[], enabled = true) {
  const [told, setTold] = useState<ReadonlyMap<number, Wire>>(new Map());
  const url = useMemo(
    () => (tags.length && enabled ? withQuery('/api/live/stream', { tags }) : null),
    [tags, enabled],
  );
  const { connected } = useSse(url, {
    values: data => setTold(old => new Map([...old, ...(data as Wire[]).map(row => [row[0], row] as const)])),
  });
  const now = useNow(AGE_SECONDS);
  const values = useMemo(() => {
    const aged = new Map<number, LiveValue>();
    for (const [tag, time, value, quality] of told.values())
      aged.set(tag, { tag, time, value, quality, ageSeconds: Math.max(0, (now - time) / 1000) });
    return aged;
  }, [told, now]);
  return { values, connected };
}

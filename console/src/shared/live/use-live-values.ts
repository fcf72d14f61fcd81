import { useMemo, useState } from 'react';
import { withQuery } from '@/shared/api/client';
import type { LiveValue } from '@/shared/api/contract';
import { useSse } from './use-sse';

/** A last value as the stream tells it; its age is worked out where it is shown, by a clock that goes on. */
export type Latest = Omit<LiveValue, 'ageSeconds'>;
type Wire = [tag: number, time: number, value: number | null, quality: number];

/** Last values of tags, renewed at most once a second. At most 2,000 tags. */
export function useLiveValues(tags: readonly number[], enabled = true) {
  const [values, setValues] = useState<ReadonlyMap<number, Latest>>(new Map());
  const url = useMemo(
    () => (tags.length && enabled ? withQuery('/api/live/stream', { tags }) : null),
    [tags, enabled],
  );
  const { connected } = useSse(url, {
    values: data =>
      setValues(old => {
        const next = new Map(old);
        for (const [tag, time, value, quality] of data as Wire[]) {
          next.set(tag, { tag, time, value, quality });
        }
        return next;
      }),
  });
  return { values, connected };
}

import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import { instantsOf, type TimeRange } from '@/shared/time/time-range';

export const PAGE_SIZE = 200;

interface Wanted {
  assetId: number | null;
  type: string | null;
  range: TimeRange;
  page: number;
}

/** Events of an asset and everything below it that were going on in a time. */
export function useEvents({ assetId, type, range, page }: Wanted) {
  const { from, to } = instantsOf(range);
  return useQuery({
    queryKey: ['events', assetId, type, from, to, page],
    queryFn: ({ signal }) =>
      api.get('/api/events', {
        query: {
          assetId: assetId ?? undefined,
          subtree: true,
          type: type ?? undefined,
          from,
          to,
          page,
          size: PAGE_SIZE,
        },
        signal,
      }),
    placeholderData: old => old,
    refetchInterval: 15_000,
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import { instantsOf, type TimeRange } from '@/shared/time/time-range';

export const STATES = ['PROPOSED', 'ACCEPTED', 'REJECTED', 'EXPIRED', 'EVALUATED'] as const;
export type AdviceState = (typeof STATES)[number];

export const PAGE_SIZE = 200;

interface Wanted {
  state: AdviceState;
  assetId: number | null;
  /** What waits is asked for whatever the time; the rest in this. */
  range: TimeRange;
  page: number;
}

const timeOf = ({ state, range }: Pick<Wanted, 'state' | 'range'>) =>
  state === 'PROPOSED' ? {} : instantsOf(range);

/** All advice of the filter, page by page, for files. */
export const adviceRows = ({ state, assetId, range }: Omit<Wanted, 'page'>) => ({
  ask: (page: number, size: number) =>
    api.get('/api/advice', { query: { state, assetId, ...timeOf({ state, range }), page, size } }),
});

export function useAdviceList({ state, assetId, range, page }: Wanted) {
  const time = timeOf({ state, range });
  return useQuery({
    queryKey: ['advice', 'list', state, assetId, time, page],
    queryFn: ({ signal }) =>
      api.get('/api/advice', { query: { state, assetId, ...time, page, size: PAGE_SIZE }, signal }),
    placeholderData: (old, before) => (before?.queryKey[2] === state ? old : undefined),
    refetchInterval: 30_000,
  });
}

/** One advice by its number, also when it is not in the list shown. */
export function useAdvice(id: number | null) {
  return useQuery({
    queryKey: ['advice', 'one', id],
    queryFn: ({ signal }) => api.get('/api/advice/{id}', { path: { id }, signal }),
    enabled: id !== null,
    placeholderData: old => old,
  });
}

/** What came of all evaluated advice, by kind. */
export function useScores() {
  return useQuery({
    queryKey: ['advice', 'scores'],
    queryFn: ({ signal }) => api.get('/api/advice/scores', { signal }),
    staleTime: 60_000,
  });
}

/** Accepts, or rejects when a reason is given. */
export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: number; reason?: string }) =>
      reason === undefined
        ? api.post('/api/advice/{id}/accept', { path: { id }, body: {} })
        : api.post('/api/advice/{id}/reject', { path: { id }, body: { reason } }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['advice'] }),
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';

export const STATES = ['PROPOSED', 'ACCEPTED', 'REJECTED', 'EXPIRED', 'EVALUATED'] as const;
export type AdviceState = (typeof STATES)[number];

export function useAdviceList(state: AdviceState, assetId: number | null) {
  return useQuery({
    queryKey: ['advice', 'list', state, assetId],
    queryFn: ({ signal }) =>
      api.get('/api/advice', { query: { state, assetId: assetId ?? undefined, size: 500 }, signal }),
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

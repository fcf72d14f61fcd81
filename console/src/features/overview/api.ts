import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { Advice } from '@/shared/api/contract';
import { useLiveEvent } from '@/shared/live/live';

/** State of the group; asked again every 10 s and as soon as an alarm or an advice arrives. */
export function useOverview() {
  const client = useQueryClient();
  const renew = () => void client.invalidateQueries({ queryKey: ['overview'] });
  useLiveEvent('alarm', renew);
  useLiveEvent('advice', renew);
  return useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => api.get('/api/overview', { signal }),
    refetchInterval: 10_000,
  });
}

/** Measured advice first, then what people decided, then what expired; the newest first among each. */
export function useDecided() {
  return useQuery({
    queryKey: ['advice', 'decided'],
    queryFn: async ({ signal }) => {
      const asked = (['ACCEPTED', 'REJECTED', 'EXPIRED', 'EVALUATED'] as const).map(state =>
        api.get('/api/advice', { query: { state, size: 20 }, signal }),
      );
      const all = (await Promise.all(asked)).flatMap(page => page.items);
      return all.sort((a, b) => rank(a) - rank(b) || decidedAt(b) - decidedAt(a));
    },
    refetchInterval: 30_000,
  });
}

const rank = ({ outcome, state }: Advice) => (outcome ? 0 : state === 'EXPIRED' ? 2 : 1);

export const decidedAt = (advice: Advice) => Date.parse(advice.decidedAt ?? advice.expiresAt);

export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: number; reason?: string }) =>
      reason === undefined
        ? api.post('/api/advice/{id}/accept', { path: { id }, body: {} })
        : api.post('/api/advice/{id}/reject', { path: { id }, body: { reason } }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['overview'] });
      void client.invalidateQueries({ queryKey: ['advice'] });
    },
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { Advice, PotCell, PotMap } from '@/shared/api/contract';
import { useLiveEvent } from '@/shared/live/live';
import { useSse } from '@/shared/live/use-sse';
import { replacePots } from './pots';

const iso = (ms: number) => new Date(Math.round(ms)).toISOString();

export interface Span {
  from: number;
  to: number;
}

export function usePotlines() {
  return useQuery({
    queryKey: ['potline', 'lines'],
    queryFn: ({ signal }) => api.get('/api/potline/lines', { signal }),
    staleTime: 60_000,
  });
}

const mapKey = (lineId: number | null) => ['potline', 'map', lineId] as const;

/** The map of a line; pots that change come by the stream, figures and sentence are read again every half minute. */
export function usePotMap(lineId: number | null) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: mapKey(lineId),
    queryFn: ({ signal }) =>
      api.get('/api/potline/lines/{assetId}/map', { path: { assetId: lineId }, signal }),
    enabled: lineId !== null,
    refetchInterval: 30_000,
  });
  const { connected } = useSse(lineId === null ? null : `/api/potline/lines/${lineId}/stream`, {
    map: data =>
      client.setQueryData<PotMap>(mapKey(lineId), old => old && replacePots(old, data as PotCell[])),
  });
  return { ...query, connected };
}

export function usePot(assetId: number | null) {
  const client = useQueryClient();
  const renew = (changed: { assetId: number }) => {
    if (changed.assetId === assetId) void client.invalidateQueries({ queryKey: ['potline', 'pot', assetId] });
  };
  useLiveEvent('alarm', renew);
  useLiveEvent('advice', renew);
  return useQuery({
    queryKey: ['potline', 'pot', assetId],
    queryFn: ({ signal }) => api.get('/api/potline/pots/{assetId}', { path: { assetId }, signal }),
    enabled: assetId !== null,
    refetchInterval: 30_000,
  });
}

/** Advice of an asset and everything below it. */
export function useAdviceOf(assetId: number, state?: Advice['state']) {
  return useQuery({
    queryKey: ['advice', 'potline', assetId, state ?? 'all'],
    queryFn: ({ signal }) => api.get('/api/advice', { query: { assetId, state, size: 1000 }, signal }),
    refetchInterval: 30_000,
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
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['advice'] });
      void client.invalidateQueries({ queryKey: ['potline'] });
    },
  });
}

export function useModels() {
  return useQuery({
    queryKey: ['models', 'list'],
    queryFn: ({ signal }) => api.get('/api/models', { signal }),
    staleTime: 60_000,
  });
}

/** What a model says about one pot, `to` may lie in the future. */
export function useModelLive(modelId: number | undefined, assetId: number, { from, to }: Span) {
  return useQuery({
    queryKey: ['models', 'live', modelId, assetId, from, to],
    queryFn: ({ signal }) =>
      api.get('/api/models/{id}/live', {
        path: { id: modelId },
        query: { assetId, from: iso(from), to: iso(to) },
        signal,
      }),
    enabled: modelId !== undefined,
    placeholderData: (old, before) => (before?.queryKey[3] === assetId ? old : undefined),
    staleTime: 60_000,
  });
}

export function usePlot(assetId: number, tags: readonly number[], { from, to }: Span, pixels: number) {
  return useQuery({
    queryKey: ['history', 'pot', assetId, tags, from, to, pixels],
    queryFn: ({ signal }) =>
      api.post('/api/history/plot', { body: { tags, from: iso(from), to: iso(to), pixels }, signal }),
    enabled: tags.length > 0,
    placeholderData: (old, before) => (before?.queryKey[2] === assetId ? old : undefined),
    staleTime: 60_000,
  });
}

export function useEventsOf(assetId: number, { from, to }: Span) {
  return useQuery({
    queryKey: ['events', 'pot', assetId, from, to],
    queryFn: async ({ signal }) => {
      const asked = { assetId, from: iso(from), to: iso(to), size: 200 };
      return (await api.get('/api/events', { query: asked, signal })).items;
    },
    placeholderData: (old, before) => (before?.queryKey[2] === assetId ? old : undefined),
    staleTime: 60_000,
  });
}

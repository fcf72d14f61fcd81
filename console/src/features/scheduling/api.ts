import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';

export interface Move {
  revision: number;
  order: string;
  operation: number;
  resource: string;
  minute: number;
}

const planKey = (assetId: number | null) => ['scheduling', 'plan', assetId] as const;

export function usePlannedPlants() {
  return useQuery({
    queryKey: ['scheduling', 'plants'],
    queryFn: ({ signal }) => api.get('/api/scheduling', { signal }),
    staleTime: 60_000,
  });
}

/** The plan on the desk with all its bars. */
export function usePlan(assetId: number | null) {
  return useQuery({
    queryKey: planKey(assetId),
    queryFn: ({ signal }) => api.get('/api/scheduling/{assetId}/plan', { path: { assetId }, signal }),
    enabled: assetId !== null,
    staleTime: Infinity,
  });
}

export function useWhy(assetId: number, order: string | null, revision: number) {
  return useQuery({
    queryKey: ['scheduling', 'why', assetId, order, revision],
    queryFn: ({ signal }) =>
      api.get('/api/scheduling/{assetId}/orders/{order}/why', { path: { assetId, order }, signal }),
    enabled: order !== null,
    staleTime: Infinity,
  });
}

export function useVersions(assetId: number) {
  return useQuery({
    queryKey: ['scheduling', 'versions', assetId],
    queryFn: ({ signal }) => api.get('/api/scheduling/{assetId}/versions', { path: { assetId }, signal }),
  });
}

/** How busy the machines are, by day and over the whole plan. */
export function useLoad(assetId: number, revision: number) {
  return useQuery({
    queryKey: ['scheduling', 'load', assetId, revision],
    queryFn: ({ signal }) => api.get('/api/scheduling/{assetId}/load', { path: { assetId }, signal }),
    staleTime: Infinity,
  });
}

/** Plans side by side: the last one, the draft, and the versions asked for. */
export function useComparison(assetId: number, revision: number, versions: readonly number[]) {
  return useQuery({
    queryKey: ['scheduling', 'comparison', assetId, revision, versions],
    queryFn: ({ signal }) =>
      api.get('/api/scheduling/{assetId}/comparison', { path: { assetId }, query: { versions }, signal }),
    placeholderData: old => old,
    staleTime: Infinity,
  });
}

/** Keeps the draft under a name, and lays a version on the desk. */
export function useVersioning(assetId: number) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['scheduling'] });
  return {
    keep: useMutation({
      mutationFn: (note: string) =>
        api.post('/api/scheduling/{assetId}/versions', { path: { assetId }, body: { note } }),
      onSuccess,
    }),
    lay: useMutation({
      mutationFn: (version: number) =>
        api.post('/api/scheduling/{assetId}/versions/{version}/lay', { path: { assetId, version } }),
      onSuccess,
    }),
  };
}

/** The last search of a better plan; asked every second while it is under way. */
export function useRun(assetId: number) {
  return useQuery({
    queryKey: ['scheduling', 'run', assetId],
    queryFn: async ({ signal }) =>
      (await api.get('/api/scheduling/{assetId}/run', { path: { assetId }, signal })) ?? null,
    refetchInterval: query => (isUnderWay(query.state.data?.job?.state) ? 1_000 : false),
  });
}

export const isUnderWay = (state: string | undefined) => state === 'queued' || state === 'running';

export function useGenerate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { assetId: number; orders: number; days: number; seed: number }) =>
      api.post('/api/scheduling', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['scheduling'] }),
  });
}

/** What is done to the plan on the desk. */
export function useDesk(assetId: number) {
  const client = useQueryClient();
  const path = { assetId };
  const renew = () => client.invalidateQueries({ queryKey: ['scheduling'] });
  return {
    move: useMutation({
      mutationFn: (body: Move) => api.post('/api/scheduling/{assetId}/moves', { path, body }),
    }),
    undo: useMutation({
      mutationFn: () => api.post('/api/scheduling/{assetId}/undo', { path }),
      onSuccess: renew,
    }),
    redo: useMutation({
      mutationFn: () => api.post('/api/scheduling/{assetId}/redo', { path }),
      onSuccess: renew,
    }),
    run: useMutation({
      mutationFn: (seconds: number) => api.post('/api/scheduling/{assetId}/run', { path, body: { seconds } }),
      onSettled: () => client.invalidateQueries({ queryKey: ['scheduling', 'run', assetId] }),
    }),
    stop: useMutation({
      mutationFn: (id: number) => api.delete('/api/jobs/{id}', { path: { id } }),
      onSettled: () => client.invalidateQueries({ queryKey: ['scheduling', 'run', assetId] }),
    }),
    publish: useMutation({
      mutationFn: async (version: number | null) => {
        const note = '';
        const kept =
          version ?? (await api.post('/api/scheduling/{assetId}/versions', { path, body: { note } })).version;
        const which = { assetId, version: kept };
        return api.post('/api/scheduling/{assetId}/versions/{version}/publish', { path: which });
      },
      onSuccess: renew,
    }),
    renew,
  };
}

export interface PromiseQuestion {
  like: string;
  id: string;
  due: number;
  take: boolean;
}

/** When a new order can be ready; with `take` it goes into the plan on the desk. */
export function usePromise(assetId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PromiseQuestion) =>
      api.post('/api/scheduling/{assetId}/promise', { path: { assetId }, body }),
    onSuccess: (_, { take }) => take && client.invalidateQueries({ queryKey: ['scheduling'] }),
  });
}

export interface Standstill {
  resource: string;
  from: number;
  to: number;
  take: boolean;
}

/** What a standstill costs and how the plan can be mended; with `take` it is. */
export function useRepair(assetId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Standstill) =>
      api.post('/api/scheduling/{assetId}/repair', { path: { assetId }, body }),
    onSuccess: (_, { take }) => take && client.invalidateQueries({ queryKey: ['scheduling'] }),
  });
}

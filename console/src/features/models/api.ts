import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import { useLiveEvent } from '@/shared/live/live';

const iso = (ms: number) => new Date(Math.round(ms)).toISOString();

/** The models in use, or those out of use. */
export function useModels(retired = false) {
  return useQuery({
    queryKey: ['models', 'list', retired],
    queryFn: ({ signal }) => api.get('/api/models', { query: { retired }, signal }),
    refetchInterval: 60_000,
  });
}

interface Defined {
  name: string;
  target: number;
  inputs: number[];
  everySeconds: number;
  horizonRows: number;
  trainedOverSeconds: number;
  train: boolean;
}

/** Registers a model and, when wanted, has it learned at once. */
export function useDefine() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ train, name, ...rest }: Defined) => {
      const made = await api.post('/api/models', { body: { ...rest, name: { zh: name, en: name } } });
      if (train) await api.post('/api/models/{id}/train', { path: { id: made.id } });
      return made;
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['models'] });
      void client.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
}

export function useRetire(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (retired: boolean) =>
      retired
        ? api.delete('/api/models/{id}', { path: { id } })
        : api.post('/api/models/{id}/restore', { path: { id } }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['models'] }),
  });
}

export function useModel(id: number | null) {
  return useQuery({
    queryKey: ['models', 'one', id],
    queryFn: ({ signal }) => api.get('/api/models/{id}', { path: { id }, signal }),
    enabled: id !== null,
    refetchInterval: 60_000,
  });
}

/** Versions never change, so what is asked of one is asked once. */
export function useBacktest(id: number, version: number | undefined) {
  return useQuery({
    queryKey: ['models', 'backtest', id, version],
    queryFn: ({ signal }) =>
      api.get('/api/models/{id}/versions/{version}/backtest', { path: { id, version }, signal }),
    enabled: version !== undefined,
    staleTime: Infinity,
  });
}

export function useGate(id: number, version: number | undefined) {
  return useQuery({
    queryKey: ['models', 'gate', id, version],
    queryFn: ({ signal }) =>
      api.get('/api/models/{id}/versions/{version}/gate', { path: { id, version }, signal }),
    enabled: version !== undefined,
  });
}

export interface Span {
  from: number;
  to: number;
}

export function useLivePredictions(id: number, assetId: number | null, { from, to }: Span, enabled = true) {
  return useQuery({
    queryKey: ['models', 'live', id, assetId, from, to],
    queryFn: ({ signal }) =>
      api.get('/api/models/{id}/live', {
        path: { id },
        query: { assetId: assetId ?? undefined, from: iso(from), to: iso(to) },
        signal,
      }),
    enabled,
    placeholderData: (old, before) => (before?.queryKey[3] === assetId ? old : undefined),
    staleTime: 30_000,
  });
}

export function useDrift(id: number, enabled = true) {
  return useQuery({
    queryKey: ['models', 'drift', id],
    queryFn: ({ signal }) => api.get('/api/models/{id}/drift', { path: { id }, signal }),
    enabled,
    refetchInterval: 60_000,
  });
}

/** Trainings that run or wait; when one ends, models are read again. */
export function useTrainings() {
  const client = useQueryClient();
  useLiveEvent('job', job => {
    const ended = job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';
    if (job.kind === 'training' && ended) void client.invalidateQueries({ queryKey: ['models'] });
  });
  return useQuery({
    queryKey: ['jobs', 'trainings'],
    queryFn: async ({ signal }) => {
      const jobs = await api.get('/api/jobs', { signal });
      return jobs.filter(
        job => job.kind === 'training' && (job.state === 'running' || job.state === 'queued'),
      );
    },
    refetchInterval: 5_000,
  });
}

export function useTrain(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post('/api/models/{id}/train', { path: { id } }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['jobs'] }),
  });
}

export function useCancelJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => api.delete('/api/jobs/{id}', { path: { id } }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['jobs'] }),
  });
}

export function usePromote(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, reason }: { version: number; reason: string }) =>
      api.post('/api/models/{id}/versions/{version}/promote', { path: { id, version }, body: { reason } }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['models'] }),
  });
}

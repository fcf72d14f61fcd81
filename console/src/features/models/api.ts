import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { Backtest, Drift, GateResult, Job, Model, ModelLive, ModelSummary } from '@/shared/api/contract';
import { useLiveEvent } from '@/shared/live/live';

const iso = (ms: number) => new Date(Math.round(ms)).toISOString();

export function useModels() {
  return useQuery({
    queryKey: ['models', 'list'],
    queryFn: ({ signal }) => api.get<ModelSummary[]>('/api/models', undefined, signal),
    refetchInterval: 60_000,
  });
}

export function useModel(id: number | null) {
  return useQuery({
    queryKey: ['models', 'one', id],
    queryFn: ({ signal }) => api.get<Model>(`/api/models/${id}`, undefined, signal),
    enabled: id !== null,
    refetchInterval: 60_000,
  });
}

/** Versions never change, so what is asked of one is asked once. */
export function useBacktest(id: number, version: number | undefined) {
  return useQuery({
    queryKey: ['models', 'backtest', id, version],
    queryFn: ({ signal }) =>
      api.get<Backtest>(`/api/models/${id}/versions/${version}/backtest`, undefined, signal),
    enabled: version !== undefined,
    staleTime: Infinity,
  });
}

export function useGate(id: number, version: number | undefined) {
  return useQuery({
    queryKey: ['models', 'gate', id, version],
    queryFn: ({ signal }) =>
      api.get<GateResult>(`/api/models/${id}/versions/${version}/gate`, undefined, signal),
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
      api.get<ModelLive>(
        `/api/models/${id}/live`,
        { assetId: assetId ?? undefined, from: iso(from), to: iso(to) },
        signal,
      ),
    enabled,
    placeholderData: (old, before) => (before?.queryKey[3] === assetId ? old : undefined),
    staleTime: 30_000,
  });
}

export function useDrift(id: number, enabled = true) {
  return useQuery({
    queryKey: ['models', 'drift', id],
    queryFn: ({ signal }) => api.get<Drift>(`/api/models/${id}/drift`, undefined, signal),
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
      const jobs = await api.get<Job[]>('/api/jobs', undefined, signal);
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
    mutationFn: () => api.post<Job>(`/api/models/${id}/train`, {}),
    onSettled: () => void client.invalidateQueries({ queryKey: ['jobs'] }),
  });
}

export function useCancelJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => api.delete(`/api/jobs/${id}`),
    onSettled: () => void client.invalidateQueries({ queryKey: ['jobs'] }),
  });
}

export function usePromote(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, reason }: { version: number; reason: string }) =>
      api.post(`/api/models/${id}/versions/${version}/promote`, { reason }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['models'] }),
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { StreamMode } from '@/shared/api/contract';
import { toDefinition } from './convert';
import type { Definition, Draft } from './definition';

const iso = (ms: number) => new Date(Math.round(ms)).toISOString();

/** How the jobs do changes by the second: asked again while the page is open. */
const OFTEN = 5_000;

export function useStreamJobs() {
  return useQuery({
    queryKey: ['streams', 'list'],
    queryFn: ({ signal }) => api.get('/api/streams', { signal }),
    refetchInterval: OFTEN,
  });
}

/** The job as it is edited: read once, so that typing is not overtaken. */
export function useStreamJob(id: number | null) {
  return useQuery({
    queryKey: ['streams', 'one', id],
    queryFn: ({ signal }) => api.get('/api/streams/{id}', { path: { id }, signal }),
    enabled: id !== null,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
}

function useRenew() {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['streams'] });
}

interface Saved {
  id: number | null;
  version: number;
  draft: Draft;
  mode: StreamMode;
}

export function useSaveJob() {
  return useMutation({
    mutationFn: ({ id, version, draft, mode }: Saved) => {
      const body = { version, mode, name: draft.name, definition: toDefinition(draft) };
      return id === null
        ? api.post('/api/streams', { body })
        : api.put('/api/streams/{id}', { path: { id }, body });
    },
    onSettled: useRenew(),
  });
}

export function useSwitchJob() {
  return useMutation({
    mutationFn: ({ id, mode }: { id: number; mode: StreamMode }) =>
      api.put('/api/streams/{id}/mode', { path: { id }, body: { mode } }),
    onSettled: useRenew(),
  });
}

export function useDeleteJob() {
  return useMutation({
    mutationFn: (id: number) => api.delete('/api/streams/{id}', { path: { id } }),
    onSettled: useRenew(),
  });
}

/** What the server says of a definition; the last answer stays until the next is there. */
export function useCheck(id: number | null, definition: Definition, complete: boolean) {
  return useQuery({
    queryKey: ['streams', 'check', id, definition],
    queryFn: ({ signal }) =>
      api.post('/api/streams/check', { body: { id: id ?? undefined, definition }, signal }),
    enabled: complete,
    placeholderData: old => old,
    gcTime: 10_000,
    retry: false,
  });
}

interface Tried {
  id: number | null;
  definition: Definition;
  from: number;
  to: number;
}

export function useTrial() {
  return useMutation({
    mutationFn: ({ id, definition, from, to }: Tried) =>
      api.post('/api/streams/trial', {
        body: { id: id ?? undefined, definition, from: iso(from), to: iso(to) },
      }),
  });
}

/** The course of one tag, reduced to what the pixels can show. */
export function useCourse(tag: number | undefined, { from, to }: { from: number; to: number }) {
  return useQuery({
    queryKey: ['history', 'plot', [tag], from, to, 600],
    queryFn: ({ signal }) =>
      api.post('/api/history/plot', {
        body: { tags: tag === undefined ? [] : [tag], from: iso(from), to: iso(to), pixels: 600 },
        signal,
      }),
    enabled: tag !== undefined,
    gcTime: 30_000,
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { ConnectionEdit } from '@/shared/api/contract';

const KEY = 'connections';

/** A connection to be made (id 0) or changed. */
export type ConnectionDraft = ConnectionEdit & { id: number };

/** Health changes by the second: asked every two. */
export function useConnections() {
  return useQuery({
    queryKey: [KEY, 'list'],
    queryFn: ({ signal }) => api.get('/api/connections', { signal }),
    refetchInterval: 2_000,
  });
}

function useRenew() {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: [KEY] });
}

export function useSaveConnection() {
  return useMutation({
    mutationFn: ({ id, ...draft }: ConnectionDraft) =>
      id === 0
        ? api.post('/api/connections', { body: draft })
        : api.put('/api/connections/{id}', { path: { id }, body: draft }),
    onSuccess: useRenew(),
  });
}

export function useDeleteConnection() {
  return useMutation({
    mutationFn: (id: number) => api.delete('/api/connections/{id}', { path: { id } }),
    onSuccess: useRenew(),
  });
}

export function useRun(id: number) {
  return useMutation({
    mutationFn: (verb: 'start' | 'stop') =>
      api.post(`/api/connections/{id}/${verb}` as const, { path: { id } }),
    onSettled: useRenew(),
  });
}

export function useTest(id: number) {
  return useMutation({ mutationFn: () => api.post('/api/connections/{id}/test', { path: { id } }) });
}

export function useTrust(id: number) {
  return useMutation({
    mutationFn: (thumbprint: string) =>
      api.post('/api/connections/{id}/trust', { path: { id }, body: { thumbprint } }),
    onSettled: useRenew(),
  });
}

interface AskedTags {
  id: number;
  query: string;
  stale: boolean;
  page: number;
  size: number;
}

/** All tags of the filter, page by page, for files. */
export const connectionTagRows = ({ id, ...asked }: Omit<AskedTags, 'page' | 'size'>) => ({
  ask: (page: number, size: number) =>
    api.get('/api/connections/{id}/tags', { path: { id }, query: { ...asked, page, size } }),
});

export function useConnectionTags({ id, ...asked }: AskedTags) {
  return useQuery({
    queryKey: [KEY, id, 'tags', asked],
    queryFn: ({ signal }) => api.get('/api/connections/{id}/tags', { path: { id }, query: asked, signal }),
    placeholderData: (old, before) => (before?.queryKey[1] === id ? old : undefined),
    refetchInterval: 5_000,
  });
}

/** Messages that could not be used come by the second. */
export function useRejected(id: number) {
  return useQuery({
    queryKey: [KEY, id, 'rejected'],
    queryFn: ({ signal }) => api.get('/api/connections/{id}/rejected', { path: { id }, signal }),
    refetchInterval: 3_000,
  });
}

/** Children of a node, asked when it is opened and kept for a while. */
export function useBrowse(id: number, staleTime: number) {
  const client = useQueryClient();
  return (node: string | null) =>
    client.fetchQuery({
      queryKey: [KEY, id, 'browse', node],
      queryFn: ({ signal }) =>
        api.get('/api/connections/{id}/browse', { path: { id }, query: { node }, signal }),
      staleTime,
    });
}

export function useImportNodes(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { nodes: string[]; assetId: number; recursive: boolean }) =>
      api.post('/api/connections/{id}/import', { path: { id }, body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [KEY] });
      void client.invalidateQueries({ queryKey: ['tags'] });
    },
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { BrowseNode, Connection, ConnectionTag, Page } from '@/shared/api/contract';

const KEY = 'connections';

export interface Certificate {
  thumbprint: string;
  subject: string;
  validFrom: string;
  validTo: string;
  trusted: boolean;
}

export interface TestResult {
  ok: boolean;
  detail: string;
  serverName?: string | null;
  certificate?: Certificate | null;
}

/** A node of the server; a variable that cannot become a tag says why. */
export type Node = BrowseNode & { refusal?: string | null };

/** A tag of a connection; one without a usable value says why. */
export type LinkedTag = ConnectionTag & { problem?: string | null };

export interface ConnectionDraft {
  id: number;
  name: string;
  endpoint: string;
  securityPolicy: 'None' | 'Basic256Sha256';
  username?: string | null;
  /** Absent keeps the one there is. */
  password?: string | null;
  enabled: boolean;
}

interface NodeRemark {
  node: string;
  reason: string;
}

export interface TagImport {
  created: number;
  linked?: number;
  skipped: number;
  rejected: NodeRemark[];
  remarks?: NodeRemark[];
}

/** Health changes by the second: asked every two. */
export function useConnections() {
  return useQuery({
    queryKey: [KEY, 'list'],
    queryFn: ({ signal }) => api.get<Connection[]>('/api/connections', undefined, signal),
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
        ? api.post<Connection>('/api/connections', draft)
        : api.put<Connection>(`/api/connections/${id}`, draft),
    onSuccess: useRenew(),
  });
}

export function useDeleteConnection() {
  return useMutation({
    mutationFn: (id: number) => api.delete(`/api/connections/${id}`),
    onSuccess: useRenew(),
  });
}

export function useRun(id: number) {
  return useMutation({
    mutationFn: (verb: 'start' | 'stop') => api.post<Connection>(`/api/connections/${id}/${verb}`),
    onSettled: useRenew(),
  });
}

export function useTest(id: number) {
  return useMutation({ mutationFn: () => api.post<TestResult>(`/api/connections/${id}/test`) });
}

export function useTrust(id: number) {
  return useMutation({
    mutationFn: (thumbprint: string) => api.post<TestResult>(`/api/connections/${id}/trust`, { thumbprint }),
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

export function useConnectionTags({ id, ...asked }: AskedTags) {
  return useQuery({
    queryKey: [KEY, id, 'tags', asked],
    queryFn: ({ signal }) => api.get<Page<LinkedTag>>(`/api/connections/${id}/tags`, asked, signal),
    placeholderData: (old, before) => (before?.queryKey[1] === id ? old : undefined),
    refetchInterval: 5_000,
  });
}

/** Children of a node, asked when it is opened and kept. */
export function useBrowse(id: number) {
  const client = useQueryClient();
  return (node: string | null) =>
    client.fetchQuery({
      queryKey: [KEY, id, 'browse', node],
      queryFn: ({ signal }) => api.get<Node[]>(`/api/connections/${id}/browse`, { node }, signal),
      staleTime: 30_000,
    });
}

export function useImportNodes(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { nodes: string[]; assetId: number; recursive: boolean }) =>
      api.post<TagImport>(`/api/connections/${id}/import`, body),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [KEY] });
      void client.invalidateQueries({ queryKey: ['tags'] });
    },
  });
}

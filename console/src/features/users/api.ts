import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api, withQuery } from '@/shared/api/client';
import type { Role } from '@/shared/api/contract';
import type { Paging } from '@/shared/ui/use-paging';

export const ROLES: readonly Role[] = ['ADMIN', 'ENGINEER', 'OPERATOR', 'VIEWER'];

export interface UserDraft {
  id: number;
  username: string;
  displayName: string;
  roles: Role[];
  sites: number[];
  enabled: boolean;
  password?: string;
}

export function useUsers() {
  return useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => api.get('/api/users', { signal }),
  });
}

function useRenew() {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ['users'] });
    void client.invalidateQueries({ queryKey: ['audit'] });
  };
}

export function useSaveUser() {
  return useMutation({
    mutationFn: ({ id, username, password, displayName, roles, sites, enabled }: UserDraft) =>
      id === 0
        ? api.post('/api/users', { body: { username, displayName, roles, sites, password: password ?? '' } })
        : api.put('/api/users/{id}', { path: { id }, body: { displayName, roles, sites, enabled } }),
    onSettled: useRenew(),
  });
}

export function useSetPassword() {
  return useMutation({
    mutationFn: ({ id, next }: { id: number; next: string }) =>
      api.put('/api/users/{id}/password', { path: { id }, body: { next } }),
    onSettled: useRenew(),
  });
}

export function useDeleteUser() {
  return useMutation({
    mutationFn: (id: number) => api.delete('/api/users/{id}', { path: { id } }),
    onSettled: useRenew(),
  });
}

export const AUDIT_PAGE = 200;

const ORDERS = { seq: 'SEQ', actor: 'ACTOR', action: 'ACTION', object: 'OBJECT' } as const;

const auditFilter = ({ sort, filter }: Paging) => ({
  sort: ORDERS[(sort?.key ?? 'seq') as keyof typeof ORDERS],
  down: sort?.down ?? true,
  query: filter.trim(),
});

export function useAudit(paging: Paging) {
  const filter = useDeferredValue(paging.filter);
  const query = { ...auditFilter({ ...paging, filter }), page: paging.page, size: AUDIT_PAGE };
  return useQuery({
    queryKey: ['audit', query],
    queryFn: ({ signal }) => api.get('/api/audit', { query, signal }),
    placeholderData: old => old,
  });
}

/** All entries of the filter, for files. */
export const auditRows = (paging: Paging) => ({
  csv: withQuery('/api/audit/export', auditFilter(paging)),
  ask: (page: number, size: number) =>
    api.get('/api/audit', { query: { ...auditFilter(paging), page, size } }),
});

export function useVerify() {
  return useMutation({ mutationFn: () => api.post('/api/audit/verify') });
}

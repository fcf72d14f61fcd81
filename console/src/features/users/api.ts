import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { Role } from '@/shared/api/contract';

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

export function useAudit(page: number) {
  return useQuery({
    queryKey: ['audit', page],
    queryFn: ({ signal }) => api.get('/api/audit', { query: { page, size: AUDIT_PAGE }, signal }),
    placeholderData: old => old,
  });
}

export function useVerify() {
  return useMutation({ mutationFn: () => api.post('/api/audit/verify') });
}

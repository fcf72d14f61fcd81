import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { Import, ImportMapping, ImportOptions } from '@/shared/api/contract';

const KEY = 'imports';

/** All files that were brought in, the newest first; asked often while one is being read. */
export function useImports() {
  return useQuery({
    queryKey: [KEY, 'list'],
    queryFn: ({ signal }) => api.get('/api/imports', { signal }),
    refetchInterval: ({ state }) => (state.data?.some(one => one.state === 'RUNNING') ? 1_000 : 30_000),
  });
}

export function useImport(id: number) {
  return useQuery({
    queryKey: [KEY, id],
    queryFn: ({ signal }) => api.get('/api/imports/{id}', { path: { id }, signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'RUNNING' ? 1_000 : false),
  });
}

/** Jobs of imports; renewed whenever the server tells of one. */
export function useImportJobs(enabled: boolean) {
  return useQuery({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => api.get('/api/jobs', { signal }),
    refetchInterval: 1_000,
    enabled,
  });
}

/** Keeps what the server answered about one import, and asks for the list again. */
function useKeep() {
  const client = useQueryClient();
  return (one: Import | undefined) => {
    if (one) client.setQueryData([KEY, one.id], one);
    void client.invalidateQueries({ queryKey: [KEY, 'list'] });
  };
}

export function useUpload() {
  const keep = useKeep();
  return useMutation({
    mutationFn: ({ file, signal }: { file: File; signal?: AbortSignal }) => {
      const form = new FormData();
      form.append('file', file);
      return api.post('/api/imports', { body: form, signal });
    },
    onSuccess: keep,
  });
}

export function useSetOptions(id: number) {
  return useMutation({
    mutationFn: (options: ImportOptions) =>
      api.put('/api/imports/{id}/options', { path: { id }, body: options }),
    onSuccess: useKeep(),
  });
}

export function useStart(id: number) {
  const client = useQueryClient();
  const keep = useKeep();
  return useMutation({
    mutationFn: (mapping: ImportMapping) =>
      api.post('/api/imports/{id}/start', { path: { id }, body: mapping }),
    onSuccess: one => {
      keep(one);
      // It may have made tags.
      void client.invalidateQueries({ queryKey: ['tags'] });
    },
  });
}

export function useCancel(id: number) {
  return useMutation({
    mutationFn: () => api.post('/api/imports/{id}/cancel', { path: { id } }),
    onSuccess: useKeep(),
  });
}

export function useDelete() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => api.delete('/api/imports/{id}', { path: { id } }),
    onSuccess: (_, id) => {
      client.removeQueries({ queryKey: [KEY, id] });
      void client.invalidateQueries({ queryKey: [KEY, 'list'] });
    },
  });
}

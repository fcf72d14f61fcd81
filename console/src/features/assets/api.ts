import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { Asset, AssetKind, Tag, Template } from '@/shared/api/contract';

export const KINDS: readonly AssetKind[] = ['GROUP', 'COMPANY', 'PLANT', 'LINE', 'EQUIPMENT'];

/** Kinds that may hang below one; equipment may hold equipment. */
export const kindsBelow = (kind: AssetKind | undefined) =>
  kind === undefined
    ? (['GROUP', 'COMPANY'] as const)
    : kind === 'EQUIPMENT'
      ? (['EQUIPMENT'] as const)
      : KINDS.slice(KINDS.indexOf(kind) + 1);

export function useTemplates() {
  return useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) => api.get('/api/templates', { signal }),
    staleTime: 300_000,
  });
}

export function useSaveTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ template, isNew }: { template: Template; isNew: boolean }) =>
      isNew
        ? api.post('/api/templates', { body: template })
        : api.put('/api/templates/{code}', { path: { code: template.code }, body: template }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['templates'] }),
  });
}

export function useDeleteTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => api.delete('/api/templates/{code}', { path: { code } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['templates'] }),
  });
}

function useRenew() {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ['assets'] });
    void client.invalidateQueries({ queryKey: ['tags'] });
  };
}

export function useSaveAsset() {
  return useMutation({
    mutationFn: ({ id, ...asset }: Asset) =>
      id === 0
        ? api.post('/api/assets', { body: asset })
        : api.put('/api/assets/{id}', { path: { id }, body: asset }),
    onSuccess: useRenew(),
  });
}

export function useDeleteAsset() {
  return useMutation({
    mutationFn: (id: number) => api.delete('/api/assets/{id}', { path: { id } }),
    onSuccess: useRenew(),
  });
}

export function useSaveTag() {
  return useMutation({
    mutationFn: ({ id, ...tag }: Tag) =>
      id === 0
        ? api.post('/api/tags', { body: tag })
        : api.put('/api/tags/{id}', { path: { id }, body: tag }),
    onSuccess: useRenew(),
  });
}

/** What a compression would have kept of the last week of a tag. */
export function useTryCompression(tag: number) {
  return useMutation({
    mutationFn: (rule: NonNullable<Tag['compression']>) =>
      api.post('/api/history/compression', { body: { tag, ...rule } }),
  });
}

export function useDeleteTag() {
  return useMutation({
    mutationFn: (id: number) => api.delete('/api/tags/{id}', { path: { id } }),
    onSuccess: useRenew(),
  });
}

export function useImportFile() {
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return api.post('/api/assets/import', { body: form });
    },
    onSuccess: useRenew(),
  });
}

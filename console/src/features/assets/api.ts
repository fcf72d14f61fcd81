import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { Asset, AssetKind, Tag, Text } from '@/shared/api/contract';

/** What a template makes of a tag, under the code of the asset and a suffix. */
export interface TemplateTag {
  suffix: string;
  traits: Pick<Tag, 'quantity' | 'label' | 'unit' | 'step'> & {
    limitLow?: number | null;
    limitHigh?: number | null;
  };
}

export interface Template {
  code: string;
  name: Text;
  tags: TemplateTag[];
}

export type AssetDraft = Omit<Asset, 'id'> & { id: number };

export interface FileOutcome {
  created: number;
  updated: number;
  rejected: { line: number; reason: string }[];
}

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
    queryFn: ({ signal }) => api.get<Template[]>('/api/templates', undefined, signal),
    staleTime: 300_000,
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
    mutationFn: ({ id, ...asset }: AssetDraft) =>
      id === 0 ? api.post<Asset>('/api/assets', asset) : api.put<Asset>(`/api/assets/${id}`, asset),
    onSuccess: useRenew(),
  });
}

export function useDeleteAsset() {
  return useMutation({ mutationFn: (id: number) => api.delete(`/api/assets/${id}`), onSuccess: useRenew() });
}

export function useSaveTag() {
  return useMutation({
    mutationFn: ({ id, ...tag }: Tag) =>
      id === 0 ? api.post<Tag>('/api/tags', tag) : api.put<Tag>(`/api/tags/${id}`, tag),
    onSuccess: useRenew(),
  });
}

export function useDeleteTag() {
  return useMutation({ mutationFn: (id: number) => api.delete(`/api/tags/${id}`), onSuccess: useRenew() });
}

export function useImportFile() {
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return api.post<FileOutcome>('/api/assets/import', form);
    },
    onSuccess: useRenew(),
  });
}

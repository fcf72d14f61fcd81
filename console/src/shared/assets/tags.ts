import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api/client';

interface Asked {
  assetId?: number | null;
  /** Also the tags of everything below the asset. */
  subtree?: boolean;
  query?: string;
  page?: number;
  size?: number;
}

/** Tags of an asset, filtered by words. */
export function useTags({ assetId, subtree = false, query, page = 0, size = 200 }: Asked, enabled = true) {
  return useQuery({
    queryKey: ['tags', { assetId, subtree, query, page, size }],
    queryFn: ({ signal }) => api.get('/api/tags', { query: { assetId, subtree, query, page, size }, signal }),
    placeholderData: old => old,
    staleTime: 60_000,
    enabled,
  });
}

/** Tags by id, asked one by one and kept. */
export function useTagsById(ids: readonly number[]) {
  return useQuery({
    queryKey: ['tags', 'by-id', [...ids].sort((a, b) => a - b)],
    queryFn: async ({ signal }) => {
      const tags = await Promise.all(ids.map(id => api.get('/api/tags/{id}', { path: { id }, signal })));
      return new Map(tags.map(tag => [tag.id, tag]));
    },
    placeholderData: old => old,
    staleTime: 60_000,
    enabled: ids.length > 0,
  });
}

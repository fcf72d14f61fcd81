import { useQuery } from '@tanstack/react-query';
import { api, withQuery } from '@/shared/api/client';

export type TagOrder = 'NAME' | 'LABEL_ZH' | 'LABEL_EN' | 'LIMIT' | 'KIND';

interface Filter {
  assetId?: number | null;
  /** Also the tags of everything below the asset. */
  subtree?: boolean;
  query?: string;
  sort?: TagOrder;
  down?: boolean;
}

interface Asked extends Filter {
  page?: number;
  size?: number;
}

/** Tags of an asset, filtered by words. */
export function useTags({ page = 0, size = 200, ...filter }: Asked, enabled = true) {
  const query = { subtree: false, ...filter, page, size };
  return useQuery({
    queryKey: ['tags', query],
    queryFn: ({ signal }) => api.get('/api/tags', { query, signal }),
    placeholderData: old => old,
    staleTime: 60_000,
    enabled,
  });
}

/** All tags of a filter, for files. */
export const tagRows = (filter: Filter) => ({
  csv: withQuery('/api/tags/export', { ...filter }),
  ask: (page: number, size: number) => api.get('/api/tags', { query: { ...filter, page, size } }),
});

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

import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api/client';

const iso = (ms: number) => new Date(Math.round(ms)).toISOString();

interface Span {
  from: number;
  to: number;
}

/**
 * A course reduced by the server to what the pixels can show. The former picture stays until the new one is there;
 * a request that a newer one overtakes is broken off.
 */
export function usePlot(tags: readonly number[], { from, to }: Span, pixels: number, enabled = true) {
  return useQuery({
    queryKey: ['history', 'plot', tags, from, to, pixels],
    queryFn: ({ signal }) =>
      api.post('/api/history/plot', { body: { tags, from: iso(from), to: iso(to), pixels }, signal }),
    enabled: enabled && tags.length > 0 && pixels > 0,
    placeholderData: old => old,
    gcTime: 30_000,
    staleTime: 60_000,
  });
}

export function useStatistics(tags: readonly number[], { from, to }: Span) {
  return useQuery({
    queryKey: ['history', 'statistics', tags, from, to],
    queryFn: ({ signal }) =>
      api.post('/api/history/statistics', { body: { tags, from: iso(from), to: iso(to) }, signal }),
    enabled: tags.length > 0,
    placeholderData: old => old,
    gcTime: 30_000,
    staleTime: 60_000,
  });
}

/** Values of the tags as they stood at an instant, with their age then. */
export function useValuesAt(tags: readonly number[], at: number, enabled = true) {
  return useQuery({
    queryKey: ['history', 'at', tags, at],
    queryFn: ({ signal }) => api.post('/api/history/at', { body: { tags, at: iso(at) }, signal }),
    enabled: enabled && tags.length > 0,
    placeholderData: old => old,
    gcTime: 30_000,
    staleTime: 60_000,
  });
}

const MOST_EVENTS = 200;

/** Events of one piece of equipment that touch the range. */
export function useEvents(assetId: number | null, { from, to }: Span) {
  return useQuery({
    queryKey: ['events', 'trend', assetId, from, to],
    queryFn: async ({ signal }) => {
      const asked = { assetId, from: iso(from), to: iso(to), size: MOST_EVENTS };
      return (await api.get('/api/events', { query: asked, signal })).items;
    },
    enabled: assetId !== null,
    placeholderData: old => old,
    gcTime: 30_000,
    staleTime: 60_000,
  });
}

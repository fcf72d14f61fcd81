import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { PlantEvent } from '@/shared/api/contract';

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

/** Points of the range that were replaced, the newest replacement first. */
export function useCorrections(tags: readonly number[], { from, to }: Span, enabled: boolean) {
  return useQuery({
    queryKey: ['history', 'corrections', tags, from, to],
    queryFn: ({ signal }) =>
      api.post('/api/history/corrections', { body: { tags, from: iso(from), to: iso(to) }, signal }),
    enabled: enabled && tags.length > 0,
    placeholderData: old => old,
    gcTime: 30_000,
    staleTime: 60_000,
  });
}

const MOST_EVENTS = 200;

/** Whose events bands are drawn for; those of what lies below it count as its own. */
export interface Owner {
  assetId: number;
  subtree: boolean;
}

export interface OwnerEvents {
  events: readonly PlantEvent[];
  /** How many more there are than were asked for, over all owners. */
  cut: number;
}

const NOTHING: OwnerEvents = { events: [], cut: 0 };

/** The events of some assets that touch the range, each owner asked by itself so that none crowds out another. */
export function useEvents(owners: readonly Owner[], { from, to }: Span): OwnerEvents {
  const { data } = useQuery({
    queryKey: ['events', 'trend', owners, from, to],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        owners.map(owner =>
          api.get('/api/events', {
            query: { ...owner, from: iso(from), to: iso(to), size: MOST_EVENTS },
            signal,
          }),
        ),
      );
      const events = new Map(pages.flatMap(page => page.items.map(event => [event.id, event] as const)));
      const cut = pages.reduce((sum, page) => sum + page.total - page.items.length, 0);
      return { events: [...events.values()], cut };
    },
    enabled: owners.length > 0,
    placeholderData: old => old,
    gcTime: 30_000,
    staleTime: 60_000,
  });
  return owners.length > 0 ? (data ?? NOTHING) : NOTHING;
}

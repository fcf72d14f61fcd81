import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, withQuery } from '@/shared/api/client';
import type { PlantEvent } from '@/shared/api/contract';
import type { TimeRange } from '@/shared/time/time-range';
import type { Paging } from '@/shared/ui/use-paging';

export const PAGE_SIZE = 200;

interface Wanted {
  assetId: number | null;
  type: string | null;
  range: TimeRange;
  paging: Paging;
}

const ORDERS = { start: 'START', end: 'END', type: 'TYPE', duration: 'DURATION' } as const;

function filterOf({ assetId, type, range, paging }: Wanted) {
  return {
    assetId: assetId ?? undefined,
    subtree: true,
    type: type ?? undefined,
    from: new Date(Math.floor(range.from / 60_000) * 60_000).toISOString(),
    to: new Date(Math.ceil(range.to / 60_000) * 60_000).toISOString(),
    sort: ORDERS[(paging.sort?.key ?? 'start') as keyof typeof ORDERS],
    down: paging.sort?.down ?? true,
  };
}

/** Events of an asset and everything below it that were going on in a time. */
export function useEvents(wanted: Wanted) {
  const query = { ...filterOf(wanted), page: wanted.paging.page, size: PAGE_SIZE };
  return useQuery({
    queryKey: ['events', 'list', query],
    queryFn: ({ signal }) => api.get('/api/events', { query, signal }),
    placeholderData: old => old,
    refetchInterval: 15_000,
  });
}

/** One event by its number, also when it is not on the page shown. */
export function useEvent(id: number | null | undefined) {
  return useQuery({
    queryKey: ['events', 'one', id],
    queryFn: ({ signal }) => api.get('/api/events/{id}', { path: { id }, signal }),
    enabled: Boolean(id),
  });
}

/** What an event is made of. */
export function useParts(id: number) {
  return useQuery({
    queryKey: ['events', 'parts', id],
    queryFn: ({ signal }) => api.get('/api/events/{id}/parts', { path: { id }, signal }),
  });
}

/** What was going on at an instant: an event that begins then can be a part of it. */
export function useGoingOn(at: number) {
  return useQuery({
    queryKey: ['events', 'at', at],
    queryFn: ({ signal }) =>
      api.get('/api/events', {
        query: { from: new Date(at).toISOString(), to: new Date(at + 1).toISOString(), size: 1000 },
        signal,
      }),
    placeholderData: old => old,
  });
}

export interface EventDraft {
  assetId: number;
  type: string;
  start: string;
  /** null while it goes on. */
  end: string | null;
  note: string | null;
  parentId: number | null;
}

function useRenew() {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['events'] });
}

/** Adds an event (number 0), or says how one really was. */
export function useSaveEvent() {
  return useMutation({
    mutationFn: ({ id, draft }: { id: number; draft: EventDraft }) =>
      id === 0
        ? api.post('/api/events', { body: draft })
        : api.put('/api/events/{id}', { path: { id }, body: draft }),
    onSettled: useRenew(),
  });
}

/** Says that an event is over now. */
export function useEndEvent() {
  return useMutation({
    mutationFn: ({ id }: PlantEvent) => api.post('/api/events/{id}/end', { path: { id }, body: {} }),
    onSettled: useRenew(),
  });
}

/** All events of the filter, for files. */
export const eventRows = (wanted: Wanted) => ({
  csv: withQuery('/api/events/export', filterOf(wanted)),
  ask: (page: number, size: number) => api.get('/api/events', { query: { ...filterOf(wanted), page, size } }),
});

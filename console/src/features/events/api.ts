import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { PlantEvent } from '@/shared/api/contract';
import { instantsOf, type TimeRange } from '@/shared/time/time-range';

export const PAGE_SIZE = 200;

interface Wanted {
  assetId: number | null;
  type: string | null;
  range: TimeRange;
  page: number;
}

/** Events of an asset and everything below it that were going on in a time. */
export function useEvents({ assetId, type, range, page }: Wanted) {
  const { from, to } = instantsOf(range);
  return useQuery({
    queryKey: ['events', 'list', assetId, type, from, to, page],
    queryFn: ({ signal }) =>
      api.get('/api/events', {
        query: { assetId, subtree: true, type, from, to, page, size: PAGE_SIZE },
        signal,
      }),
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

import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api/client';

/** What can happen in a plant, with its names. */
export function useEventTypes() {
  return useQuery({
    queryKey: ['event-types'],
    queryFn: ({ signal }) => api.get('/api/event-types', { signal }),
    staleTime: Infinity,
  });
}

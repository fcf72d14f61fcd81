import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { Alarm, AlarmRule, Priority } from '@/shared/api/contract';
import { instantsOf, type TimeRange } from '@/shared/time/time-range';

export type AlarmView = 'open' | 'all';

/** Open alarms come at once, the most urgent first; of more than these the rest is counted. */
export const MOST_OPEN = 1000;
export const PAGE_SIZE = 200;

interface Wanted {
  view: AlarmView;
  assetId: number | null;
  priority: Priority | null;
  /** Of all alarms only those of this time are asked for, page by page. */
  range: TimeRange;
  page: number;
}

/** All alarms of a time, page by page, for files. */
export const alarmRows = ({ assetId, priority, range }: Omit<Wanted, 'view' | 'page'>) => ({
  ask: (page: number, size: number) =>
    api.get('/api/alarms', { query: { state: 'all', assetId, priority, ...instantsOf(range), page, size } }),
});

/** Alarms as the page asks for them; told again by the server whenever one changes. */
export function useAlarms({ view, assetId, priority, range, page }: Wanted) {
  const part =
    view === 'open' ? { page: 0, size: MOST_OPEN } : { ...instantsOf(range), page, size: PAGE_SIZE };
  return useQuery({
    queryKey: ['alarms', 'list', view, assetId, priority, part],
    queryFn: ({ signal }) =>
      api.get('/api/alarms', { query: { state: view, assetId, priority, ...part }, signal }),
    placeholderData: (old, before) => (before?.queryKey[2] === view ? old : undefined),
    refetchInterval: 30_000,
  });
}

/** One alarm by its number, also when it is not on the page shown. */
export function useAlarm(id: number | null, wanted: boolean) {
  return useQuery({
    queryKey: ['alarms', 'one', id],
    queryFn: ({ signal }) => api.get('/api/alarms/{id}', { path: { id }, signal }),
    enabled: id !== null && wanted,
  });
}

function useRenew() {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['alarms'] });
}

export function useAcknowledge() {
  return useMutation({
    mutationFn: (ids: number[]) => api.post('/api/alarms/acknowledge', { body: { ids } }),
    onSettled: useRenew(),
  });
}

export function useShelve() {
  return useMutation({
    mutationFn: ({ id, minutes, reason }: { id: number; minutes: number; reason: string }) =>
      api.post('/api/alarms/{id}/shelve', { path: { id }, body: { minutes, reason } }),
    onSettled: useRenew(),
  });
}

export function useUnshelve() {
  return useMutation({
    mutationFn: (id: number) => api.post('/api/alarms/{id}/unshelve', { path: { id } }),
    onSettled: useRenew(),
  });
}

export function useRules() {
  return useQuery({
    queryKey: ['alarms', 'rules'],
    queryFn: ({ signal }) => api.get('/api/alarm-rules', { signal }),
  });
}

/** The rule of an alarm. A retired one is in no list, but the alarms it raised are read by it. */
export function useRuleOf({ ruleId }: Alarm) {
  const rules = useRules().data;
  const listed = rules?.find(one => one.id === ruleId);
  const retired = rules !== undefined && !listed;
  const past = useQuery({
    queryKey: ['alarms', 'rule', ruleId],
    queryFn: ({ signal }) => api.get('/api/alarm-rules/{id}', { path: { id: ruleId }, signal }),
    enabled: retired,
    staleTime: Infinity,
  });
  return { rule: listed ?? past.data, retired };
}

export function useModels() {
  return useQuery({
    queryKey: ['models', 'list'],
    queryFn: ({ signal }) => api.get('/api/models', { signal }),
    staleTime: 60_000,
  });
}

export function useSaveRule() {
  return useMutation({
    mutationFn: (rule: AlarmRule) =>
      rule.id === 0
        ? api.post('/api/alarm-rules', { body: rule })
        : api.put('/api/alarm-rules/{id}', { path: { id: rule.id }, body: rule }),
    onSettled: useRenew(),
  });
}

export function useRetireRule() {
  return useMutation({
    mutationFn: (id: number) => api.delete('/api/alarm-rules/{id}', { path: { id } }),
    onSettled: useRenew(),
  });
}

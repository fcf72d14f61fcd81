import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { withQuery } from '@/shared/api/client';
import type { Advice, Alarm, Job, LiveStatus } from '@/shared/api/contract';
import { useLanguage } from '@/shared/i18n/i18n';
import { setServerTime } from '@/shared/time/now';
import { useSse } from './use-sse';

interface LiveEvents {
  alarm: Alarm;
  advice: Advice;
  job: Job;
}
type Name = keyof LiveEvents;
type Listener = (data: unknown) => void;

interface LiveContextValue {
  status: LiveStatus | null;
  connected: boolean;
  /** Since when the line is as it is, epoch milliseconds by the server's clock. */
  since: number;
  listen(name: Name, listener: Listener): () => void;
}

/** Queries that an event makes old. */
const KEYS: Record<Name, string> = { alarm: 'alarms', advice: 'advice', job: 'jobs' };

const LiveContext = createContext<LiveContextValue>({
  status: null,
  connected: false,
  since: 0,
  listen: () => () => undefined,
});

/** One stream of status, alarms, advice and jobs for the whole console. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [status, setStatus] = useState<LiveStatus | null>(null);
  const listeners = useRef(new Map<Name, Set<Listener>>());

  const tell = (name: Name, data: unknown) => {
    // A job that merely goes on tells all of itself, twice a second.
    if (name !== 'job' || (data as Job).state !== 'running') {
      void client.invalidateQueries({ queryKey: [KEYS[name]] });
    }
    listeners.current.get(name)?.forEach(listener => listener(data));
  };
  const { connected, since } = useSse(withQuery('/api/live/events', { lang: useLanguage() }), {
    status: data => {
      const next = data as LiveStatus;
      setServerTime(next.serverTime);
      setStatus(next);
    },
    alarm: data => tell('alarm', data),
    advice: data => tell('advice', data),
    job: data => tell('job', data),
  });

  const listen = useCallback((name: Name, listener: Listener) => {
    const set = listeners.current.get(name) ?? new Set<Listener>();
    listeners.current.set(name, set.add(listener));
    return () => void set.delete(listener);
  }, []);
  const value = useMemo(() => ({ status, connected, since, listen }), [status, connected, since, listen]);
  return <LiveContext value={value}>{children}</LiveContext>;
}

export const useLive = () => use(LiveContext);

/** Calls `act` for every alarm, advice or job that the server reports while the component is shown. */
export function useLiveEvent<N extends Name>(name: N, act: (data: LiveEvents[N]) => void) {
  const { listen } = useLive();
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => listen(name, data => latest.current(data as LiveEvents[N])), [listen, name]);
}

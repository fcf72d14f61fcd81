import { useEffect, useRef, useState } from 'react';
import { now } from '@/shared/time/now';

export type SseHandlers = Record<string, (data: unknown) => void>;

export interface SseLine {
  connected: boolean;
  /** When it became so, epoch milliseconds by the server's clock. */
  since: number;
}

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/**
 * Listens to a stream of server-sent events. The browser retries a broken line by itself but gives up when the
 * server answers an error; then this opens it again after 1, 2, 4 … 30 s, and at once when the network is back.
 * `null` as address closes the stream. A hidden tab holds none: a browser opens six lines to a server and no more.
 */
export function useSse(url: string | null, handlers: SseHandlers) {
  const [line, setLine] = useState<SseLine>(() => ({ connected: false, since: now() }));
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const names = Object.keys(handlers).sort().join(',');

  useEffect(() => {
    if (!url) return;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = FIRST_WAIT;
    const setConnected = (connected: boolean) =>
      setLine(old => (old.connected === connected ? old : { connected, since: now() }));

    const open = () => {
      source = new EventSource(url);
      source.onopen = () => {
        wait = FIRST_WAIT;
        setConnected(true);
      };
      source.onerror = () => {
        setConnected(false);
        if (source?.readyState === 2) {
          clearTimeout(timer);
          timer = setTimeout(open, wait);
          wait = Math.min(wait * 2, LONGEST_WAIT);
        }
      };
      for (const name of names.split(',')) {
        source.addEventListener(name, event => {
          latest.current[name]?.(JSON.parse((event as MessageEvent<string>).data) as unknown);
        });
      }
    };
    const again = () => {
      if (document.hidden || (source && source.readyState !== 2)) return;
      clearTimeout(timer);
      open();
    };
    const close = () => {
      clearTimeout(timer);
      source?.close();
      setConnected(false);
    };
    const look = () => (document.hidden ? close() : again());
    again();
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', look);
      close();
    };
  }, [url, names]);
  return line;
}

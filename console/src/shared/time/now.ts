import { useEffect, useState } from 'react';

/** The present time in epoch milliseconds, renewed every `seconds`; the server's clock is authority when it is known. */
let skew = 0;

export function setServerTime(serverTime: string) {
  const at = Date.parse(serverTime);
  if (Number.isFinite(at)) skew = at - Date.now();
}

export const now = () => Date.now() + skew;

export function useNow(seconds: number) {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return at;
}

import { useEffect, useState } from 'react';

const PAUSE = 300;

/** The value once it has not changed for a moment, so that not every key asks the server. */
export function useSettled<T>(value: T) {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

import type { AnchorHTMLAttributes } from 'react';
import { Link, useSearchParams } from 'react-router';

/** What a person carries from page to page: where he looks and at which time. */
const GLOBAL = ['asset', 'range', 'from', 'to'] as const;

export function carry(query: URLSearchParams, to: string) {
  const [path = '', own = ''] = to.split('?');
  const next = new URLSearchParams(own);
  const hasTime = next.has('from') || next.has('range');
  for (const key of GLOBAL) {
    const value = query.get(key);
    const time = key !== 'asset';
    if (value !== null && !next.has(key) && !(time && hasTime)) next.set(key, value);
  }
  const text = next.toString();
  return text ? `${path}?${text}` : path;
}

export function useCarry() {
  const [query] = useSearchParams();
  return (to: string) => carry(query, to);
}

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { to: string };

/** A link inside the console that keeps asset and time range. */
export function AppLink({ to, ...rest }: Props) {
  return <Link to={useCarry()(to)} {...rest} />;
}

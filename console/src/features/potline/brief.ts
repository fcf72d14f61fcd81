import { formatSigned } from '@/shared/format/number';

/** A difference in about two significant digits: −18, −4.6, −0.06. */
export function brief(value: number | null | undefined) {
  const size = Math.abs(value ?? 0);
  return formatSigned(value, size >= 10 ? 0 : size >= 1 || size === 0 ? 1 : 2);
}

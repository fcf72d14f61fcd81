import type { Tag } from '@/shared/api/contract';

export interface NormalRange {
  low: number | null;
  high: number | null;
}

/**
 * Where a quantity should be: its limits. `low` and `high` of a tag say what the instrument can measure (0–60 V for a
 * pot voltage) and stand in only where no limits are set.
 */
export function normalOf(tag: Tag): NormalRange {
  const limits = { low: tag.limitLow ?? null, high: tag.limitHigh ?? null };
  if (limits.low !== null || limits.high !== null) return limits;
  return { low: tag.low ?? null, high: tag.high ?? null };
}

export const isNormal = (value: number, { low, high }: NormalRange) =>
  value >= (low ?? -Infinity) && value <= (high ?? Infinity);

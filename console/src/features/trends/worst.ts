import type { Tag, TagStatistics } from '@/shared/api/contract';
import { normalOf } from '@/shared/assets/normal-range';

export interface Worst {
  tag: Tag;
  value: number;
  limit: number;
  side: 'above' | 'below';
}

/** The tag that went furthest out of its normal range, measured in widths of that range; null when none did. */
export function worstOf(
  statistics: readonly TagStatistics[] | undefined,
  tags: ReadonlyMap<number, Tag>,
): Worst | null {
  let worst: (Worst & { far: number }) | null = null;
  for (const { tag: id, min, max } of statistics ?? []) {
    const tag = tags.get(id);
    if (!tag || tag.states?.length) continue;
    const { low, high } = normalOf(tag);
    const width = low !== null && high !== null ? high - low : Math.abs(high ?? low ?? 1) || 1;
    const sides = [
      { side: 'above', value: max, limit: high, far: ((max ?? 0) - (high ?? Infinity)) / width },
      { side: 'below', value: min, limit: low, far: ((low ?? -Infinity) - (min ?? 0)) / width },
    ] as const;
    for (const { side, value, limit, far } of sides)
      if (value !== null && limit !== null && far > (worst?.far ?? 0))
        worst = { tag, value, limit, side, far };
  }
  return worst;
}

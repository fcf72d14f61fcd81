import type { PotCell } from '@/shared/api/contract';
import { deviationOf } from './pots';

export const VIEWS = ['state', 'temperature', 'noise'] as const;
export type View = (typeof VIEWS)[number];

/** Half width of the diverging scale about the target, °C. */
export const DEVIATION = 15;
/** Ends of the scale of noise, mV. */
export const NOISE = { low: 5, high: 45 };
/** Distance from target at which the dash stands at the edge of its pot, °C. */
export const DASH = 20;

const step = (share: number, steps: number) =>
  1 + Math.max(0, Math.min(steps - 1, Math.floor(share * steps)));

export const deviationColour = (deviation: number) =>
  `var(--diverging-${step((deviation + DEVIATION) / (2 * DEVIATION), 7)})`;

export const noiseColour = (noise: number) =>
  `var(--sequential-${step((noise - NOISE.low) / (NOISE.high - NOISE.low), 6)})`;

/** Fill of a pot in a view of a quantity; null when the quantity is not known. */
export function fillOf(pot: PotCell, view: View) {
  const deviation = deviationOf(pot);
  if (view === 'temperature') return deviation === null ? null : deviationColour(deviation);
  if (view === 'noise') return typeof pot.noise === 'number' ? noiseColour(pot.noise) : null;
  return 'var(--process-rest)';
}

import type { PotCell, PotMap, Priority } from '@/shared/api/contract';

export const potsOf = (map: PotMap): PotCell[] => map.rows.flatMap(row => row.pots);

/** The map with some pots renewed; rows and pots that did not change stay the same objects, so that they are not drawn again. */
export function replacePots(map: PotMap, changed: readonly PotCell[]): PotMap {
  if (changed.length === 0) return map;
  const fresh = new Map(changed.map(pot => [pot.assetId, pot]));
  const rows = map.rows.map(row =>
    row.pots.some(pot => fresh.has(pot.assetId))
      ? { ...row, pots: row.pots.map(pot => fresh.get(pot.assetId) ?? pot) }
      : row,
  );
  return { ...map, rows };
}

export interface PotCounts {
  total: number;
  running: number;
  startUp: number;
  stopped: number;
  normal: number;
  priority: Record<Priority, number>;
  advice: number;
  anodeChange: number;
  tap: number;
  stale: number;
}

/** How many pots stand how, counted from the pots themselves so that it agrees with what is drawn. */
export function countPots(pots: readonly PotCell[]): PotCounts {
  const count = (test: (pot: PotCell) => boolean) => pots.filter(test).length;
  return {
    total: pots.length,
    running: count(pot => pot.state === 'RUNNING'),
    startUp: count(pot => pot.state === 'START_UP'),
    stopped: count(pot => pot.state === 'STOPPED'),
    normal: count(pot => pot.state === 'RUNNING' && !pot.priority && !pot.stale),
    priority: {
      1: count(pot => pot.priority === 1),
      2: count(pot => pot.priority === 2),
      3: count(pot => pot.priority === 3),
    },
    advice: count(hasAdvice),
    anodeChange: count(pot => pot.todayWork.includes('ANODE_CHANGE')),
    tap: count(pot => pot.todayWork.includes('TAP')),
    stale: count(pot => pot.stale),
  };
}

export const hasAdvice = (pot: PotCell) => pot.adviceId !== null && pot.adviceId !== undefined;

/** Distance from target in °C, or null when the temperature is not known. */
export const deviationOf = (pot: PotCell) =>
  typeof pot.temperature === 'number' ? pot.temperature - pot.temperatureTarget : null;

/** The pot that needs a look first: highest priority, then the largest distance from target. */
export function worstOf(pots: readonly PotCell[]): PotCell | undefined {
  const far = (pot: PotCell) => Math.abs(deviationOf(pot) ?? 0);
  return pots
    .filter(pot => pot.priority || hasAdvice(pot))
    .sort((a, b) => (a.priority ?? 4) - (b.priority ?? 4) || far(b) - far(a))[0];
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The neighbour of a pot on the map; at the edge the pot itself. */
export function neighbour(map: PotMap, assetId: number | null, direction: Direction): PotCell | undefined {
  const row = map.rows.findIndex(one => one.pots.some(pot => pot.assetId === assetId));
  const here = map.rows[row]?.pots;
  if (!here) return map.rows[0]?.pots[0];
  const column = here.findIndex(pot => pot.assetId === assetId);
  const sideways = direction === 'left' ? -1 : direction === 'right' ? 1 : 0;
  const level = direction === 'up' ? -1 : direction === 'down' ? 1 : 0;
  const target = map.rows[row + level]?.pots ?? here;
  return target[Math.max(0, Math.min(target.length - 1, column + sideways))];
}

/** The pot before or after in the order of the line; undefined at the ends. */
export function beside(pots: readonly PotCell[], assetId: number, step: 1 | -1) {
  const at = pots.findIndex(pot => pot.assetId === assetId);
  return at < 0 ? undefined : pots[at + step];
}

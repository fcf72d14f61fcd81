import sizes from '@/shared/theme/generated/sizes';

/** Lanes of the chart from top to bottom; each holds the ids of its tags in drawing order. */
export type Lanes = readonly (readonly number[])[];

export const SERIES_PER_LANE = sizes.chart.seriesPerLane;
export const UNITS_PER_LANE = 2;
export const MOST_LANES = 6;

/** "1,2;3" ↔ [[1, 2], [3]] */
export function parseLanes(text: string | null): Lanes {
  const seen = new Set<number>();
  return (text ?? '')
    .split(';')
    .map(lane =>
      lane
        .split(',')
        .map(Number)
        .filter(id => Number.isInteger(id) && id > 0 && !seen.has(id) && seen.add(id))
        .slice(0, SERIES_PER_LANE),
    )
    .filter(lane => lane.length > 0)
    .slice(0, MOST_LANES);
}

export const formatLanes = (lanes: Lanes) => lanes.map(lane => lane.join(',')).join(';');

export const removeTag = (lanes: Lanes, id: number): Lanes =>
  lanes.map(lane => lane.filter(one => one !== id)).filter(lane => lane.length > 0);

type UnitOf = (id: number) => string | undefined;

/** Whether a lane has room: four series and two units (two axes) at most. */
export function fits(lane: readonly number[], id: number, unitOf: UnitOf) {
  return lane.length < SERIES_PER_LANE && new Set([...lane, id].map(unitOf)).size <= UNITS_PER_LANE;
}

/**
 * Puts a tag into the lane it was dropped on, else beside tags of its unit, else into a lane of its own.
 * Returns the same lanes when there is no room anywhere.
 */
export function addTag(lanes: Lanes, id: number, unitOf: UnitOf, target?: number): Lanes {
  const others = target === undefined ? lanes : removeTag(lanes, id);
  if (others.some(lane => lane.includes(id))) return lanes;
  const into = (index: number) => others.map((lane, i) => (i === index ? [...lane, id] : lane));
  const wanted = target === undefined ? undefined : others[target];
  if (wanted && target !== undefined && fits(wanted, id, unitOf)) return into(target);
  const alike =
    target === undefined
      ? others.findIndex(lane => fits(lane, id, unitOf) && lane.some(one => unitOf(one) === unitOf(id)))
      : -1;
  if (alike >= 0) return into(alike);
  return others.length < MOST_LANES ? [...others, [id]] : lanes;
}

/** Lanes as an address gives them may hold three units: what has no axis moves into a lane of its own. */
export function settleLanes(lanes: Lanes, unitOf: UnitOf): Lanes {
  const kept: number[][] = [];
  for (const lane of lanes) {
    const rest: number[] = [];
    const own: number[] = [];
    for (const id of lane) (fits(own, id, unitOf) ? own : rest).push(id);
    kept.push(own);
    if (rest.length > 0) kept.push(...settleLanes([rest], unitOf).map(one => [...one]));
  }
  return kept.slice(0, MOST_LANES);
}

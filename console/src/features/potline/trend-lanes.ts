import type { Pot } from '@/shared/api/contract';
import { type Quantity, tagOf } from './quantities';

export interface LaneSeries {
  quantity: Quantity;
  tag: number;
}

export interface PotLane {
  series: LaneSeries[];
  /** Share of the height. */
  weight: number;
  /** The lane in which the temperature model speaks. */
  model: boolean;
}

const PLAN: readonly { quantities: readonly Quantity[]; weight: number }[] = [
  { quantities: ['temperature', 'excess'], weight: 1.5 },
  { quantities: ['volts', 'noise'], weight: 1 },
  { quantities: ['dose', 'feed'], weight: 0.9 },
];

/** The main quantities of a pot in lanes; what the pot has no tag for is left out. */
export function potLanes(pot: Pot): PotLane[] {
  return PLAN.map(({ quantities, weight }) => {
    const series = quantities.flatMap(quantity => {
      const tag = tagOf(pot.tags, quantity);
      return tag === undefined ? [] : [{ quantity, tag }];
    });
    return { series, weight, model: series.some(one => one.quantity === 'temperature') };
  }).filter(lane => lane.series.length > 0);
}

export const TOP = 18;
const GAP = 12;
const AXIS = 22;

export interface Placed {
  top: number;
  height: number;
}

/** Where each lane stands, in px from the top. */
export function placeLanes(lanes: readonly PotLane[], height: number): Placed[] {
  const room = Math.max(60, height - TOP - AXIS - GAP * (lanes.length - 1));
  const all = lanes.reduce((sum, lane) => sum + lane.weight, 0);
  let top = TOP;
  return lanes.map(lane => {
    const place = { top, height: (room * lane.weight) / all };
    top += place.height + GAP;
    return place;
  });
}

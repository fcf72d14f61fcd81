/** Where things stand in the chart, in px. */
export const LEFT = 52;
export const RIGHT = 58;
export const TOP = 18;
const GAP = 14;
const AXIS = 22;

export interface Lane {
  top: number;
  height: number;
}

export interface Geometry {
  width: number;
  lanes: readonly Lane[];
  /** Below the last lane, above the digits of the time axis. */
  bottom: number;
}

export function geometryOf(width: number, height: number, count: number): Geometry {
  const each = Math.max(20, (height - TOP - AXIS - GAP * Math.max(0, count - 1)) / Math.max(1, count));
  const lanes = Array.from({ length: count }, (_, i) => ({ top: TOP + i * (each + GAP), height: each }));
  return { width, lanes, bottom: TOP + count * each + GAP * Math.max(0, count - 1) };
}

export const plotWidth = (width: number) => Math.max(0, width - LEFT - RIGHT);

export interface View {
  from: number;
  to: number;
}

export const timeAt = (x: number, width: number, { from, to }: View) =>
  from + ((x - LEFT) / plotWidth(width)) * (to - from);

export const xAt = (at: number, width: number, { from, to }: View) =>
  LEFT + ((at - from) / (to - from)) * plotWidth(width);

/** The lane under a height, or undefined between and outside lanes. */
export const laneAt = (y: number, lanes: readonly Lane[]) => {
  const index = lanes.findIndex(lane => y >= lane.top && y <= lane.top + lane.height);
  return index < 0 ? undefined : index;
};

const SHORTEST = 10_000;
const LONGEST = 20 * 365 * 86_400_000;

/** Zooms about an instant that stays where it is on the screen; factor below 1 goes in. */
export function zoom({ from, to }: View, about: number, factor: number): View {
  const span = Math.min(LONGEST, Math.max(SHORTEST, (to - from) * factor));
  const share = (about - from) / (to - from);
  return { from: about - share * span, to: about + (1 - share) * span };
}

export const pan = ({ from, to }: View, by: number): View => ({ from: from + by, to: to + by });

import type { PlotSeries, Tag } from '@/shared/api/contract';

export interface Gap {
  from: number;
  to: number;
}

/** Stretches of bad quality: from the first missing value to the next good one. */
export function badGaps({ t, v }: PlotSeries): Gap[] {
  const gaps: Gap[] = [];
  let from: number | null = null;
  t.forEach((time, i) => {
    if (v[i] === null || v[i] === undefined) from ??= time;
    else if (from !== null) {
      gaps.push({ from, to: time });
      from = null;
    }
  });
  const last = t.at(-1);
  if (from !== null && last !== undefined && last > from) gaps.push({ from, to: last });
  return gaps;
}

/** A pause this many times longer than the expected period breaks the line: nothing was measured there. */
const PAUSE = 10;

/** Points for the chart; long pauses get an empty point so that no line is drawn across them. */
export function points(
  { t, v }: PlotSeries,
  tag: Tag | undefined,
  pixelMs: number,
  shift = 0,
): [number, number | null][] {
  const longest = tag?.expectedPeriodSeconds
    ? Math.max(tag.expectedPeriodSeconds * 1000 * PAUSE, pixelMs * 4)
    : Infinity;
  const out: [number, number | null][] = [];
  t.forEach((time, i) => {
    const before = t[i - 1];
    if (!tag?.step && before !== undefined && time - before > longest) out.push([before + shift + 1, null]);
    out.push([time + shift, v[i] ?? null]);
  });
  return out;
}

/** Value of a drawn line at an instant: held for steps, straight between points otherwise; null in a gap. */
export function valueOn({ t, v }: PlotSeries, at: number, step: boolean): number | null {
  let low = 0;
  let high = t.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((t[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const before = v[low - 1] ?? null;
  if (low === 0 || before === null) return null;
  const after = v[low] ?? null;
  const [a, b] = [t[low - 1] ?? 0, t[low]];
  if (step || after === null || b === undefined || b === a) return b === undefined && at > a ? null : before;
  return before + ((at - a) / (b - a)) * (after - before);
}

/** Names the axis of each tag in a lane: tags of one unit share it; the first unit stands left, the second right. */
export function axesOf(lane: readonly number[], tags: ReadonlyMap<number, Tag>) {
  const units = [...new Set(lane.map(id => tags.get(id)?.unit ?? ''))].slice(0, 2);
  return { units, axisOf: (id: number) => Math.max(0, units.indexOf(tags.get(id)?.unit ?? '')) };
}

export interface Extent {
  low: number;
  high: number;
  /** The farthest value that the axis leaves out, when it leaves one out. */
  outside?: number;
}

/** A spike this many times as high as all the rest would press the rest flat. */
const SPIKE = 6;
const TAIL = 0.005;
const AIR = 0.3;

/**
 * What an axis should show. A short anode effect of 49 V would flatten a week of 3.8–4.0 V, so an axis leaves out
 * rare values far from the rest and says so; the table still has the true minimum and maximum.
 */
export function extentOf(series: readonly PlotSeries[]): Extent | null {
  const values = series
    .flatMap(({ v }) => v.filter(value => value !== null && value !== undefined))
    .sort((a, b) => a - b);
  const [low, high] = [values[0], values.at(-1)];
  if (low === undefined || high === undefined || low === high) return null;
  const cut = Math.ceil(values.length * TAIL);
  const [first, last] = [values[cut] ?? low, values[values.length - 1 - cut] ?? high];
  const body = last - first;
  if (body <= 0 || high - low <= SPIKE * body) return { low, high };
  const outside = high - last > first - low ? high : low;
  return { low: Math.max(low, first - AIR * body), high: Math.min(high, last + AIR * body), outside };
}

/** About this many steps divide an axis. */
const STEPS = 3;
const MARGIN = 1.26;

/** Digits after the point that tell the steps of an axis apart, the same for all of them. */
export function axisDigits(extent: Extent | null) {
  if (!extent) return undefined;
  return Math.min(6, Math.max(0, -Math.floor(Math.log10(((extent.high - extent.low) * MARGIN) / STEPS))));
}

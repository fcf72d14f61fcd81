import type { PlotSeries } from '@/shared/api/contract';
import type { Span } from './api';

export interface Sample {
  at: number;
  value: number;
}

/** More points than this are a course, not samples. */
const MOST = 60;

/** Points of a series without its gaps; a value that was only held is one sample, at the moment it changed. */
export function samplesOf(series: PlotSeries | undefined): Sample[] {
  if (!series) return [];
  const all = series.t.flatMap((at, i) => {
    const value = series.v[i];
    return typeof value === 'number' ? [{ at, value }] : [];
  });
  return all.length <= MOST ? all : all.filter((one, i) => i === 0 || one.value !== all[i - 1]?.value);
}

export const areSamples = (samples: readonly Sample[]) => samples.length <= MOST;

export interface NinePoint {
  at: number;
  /** Place in the nine boxes: 0…3, the normal range is 1…2; temperature counts upwards. */
  x: number;
  y: number;
}

interface Range {
  low: number;
  high: number;
}

const place = (value: number, { low, high }: Range) =>
  Math.max(0.06, Math.min(2.94, 1 + (value - low) / (high - low)));

const mean = (samples: readonly Sample[], { from, to }: Span) => {
  const inside = samples.filter(one => one.at > from && one.at <= to);
  return inside.length ? inside.reduce((sum, one) => sum + one.value, 0) / inside.length : null;
};

/** Where a pot went in the plane of excess AlF₃ and temperature, by its means over equal steps of the span. */
export function ninePath(
  excess: { samples: readonly Sample[]; range: Range },
  temperature: { samples: readonly Sample[]; range: Range },
  span: Span,
  steps: number,
): NinePoint[] {
  const length = (span.to - span.from) / steps;
  let [xs, temp]: (number | null)[] = [null, null];
  return Array.from({ length: steps }, (_, i) => {
    const step = { from: span.from + i * length, to: span.from + (i + 1) * length };
    xs = mean(excess.samples, step) ?? xs ?? null;
    temp = mean(temperature.samples, step) ?? temp ?? null;
    return xs === null || temp === null
      ? null
      : { at: step.to, x: place(xs, excess.range), y: place(temp, temperature.range) };
  }).filter(point => point !== null);
}

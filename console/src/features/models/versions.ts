import type { Model, ModelVersion } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { formatAge } from '@/shared/time/plant-time';

/** The version with this number; without one the champion, else the candidate, else the newest. */
export function versionOf(model: Model, asked: number | null): ModelVersion | undefined {
  const find = (number: number | null | undefined) =>
    typeof number === 'number' ? model.versions.find(one => one.version === number) : undefined;
  const newest = [...model.versions].sort((a, b) => b.version - a.version)[0];
  return find(asked) ?? find(model.champion) ?? find(model.candidate) ?? newest;
}

export interface Scored {
  key: string;
  name: string;
  baseline: boolean;
  mae: number;
  rmse: number;
  r2: number | null;
  coverage80: number | null;
  /** 1 − MAE / MAE of the best baseline. */
  skill: number | null;
}

/** The model and what it must beat, best first. */
export function scores(version: ModelVersion, name: string): Scored[] {
  const { metrics } = version;
  const best = Math.min(...version.baselines.map(one => one.mae));
  const own: Scored = { key: 'model', name, baseline: false, ...metrics, r2: metrics.r2 ?? null };
  const others = version.baselines.map(one => ({
    key: one.name,
    name: one.name,
    baseline: true,
    mae: one.mae,
    rmse: one.rmse,
    r2: null,
    coverage80: null,
    skill: best > 0 ? 1 - one.mae / best : null,
  }));
  return [own, ...others].sort((a, b) => a.mae - b.mae);
}

/** A band that should hold 80 % of the values is honest between these shares. */
export const COVERAGE = { low: 0.76, high: 0.84 };

export const honest = (coverage: number | undefined) =>
  coverage !== undefined && coverage >= COVERAGE.low && coverage <= COVERAGE.high;

/** How far ahead: whole hours up to three days, as people say it, else as an age. */
export const formatHorizon = (seconds: number) =>
  seconds >= 3600 && seconds <= 72 * 3600 && seconds % 3600 === 0
    ? `${formatNumber(seconds / 3600, 0)} h`
    : formatAge(seconds);

import type { DayLoad, LoadAnswer, Plan } from '@/shared/api/contract';
import { formatDate } from '@/shared/time/plant-time';

/** One machine over the days. */
export interface LoadRow {
  resource: string;
  stage: string;
  days: (DayLoad | undefined)[];
  whole: DayLoad | undefined;
}

/** A day of the plan, as the plant's clock has it. */
export const dayOf = (plan: Plan, day: number) =>
  formatDate(Date.parse(plan.startsAt) + day * 86_400_000).slice(5);

/** Share of the open time that is worked or set up, 0 to 1; null on a day that is closed. */
export function utilisation(load: DayLoad | undefined) {
  if (!load || load.open === 0) return null;
  return Math.min(1, (load.working + load.setup) / load.open);
}

/** The machines in the order of the plant, each with its load day by day. */
export function loadRows(plan: Plan, load: LoadAnswer): LoadRow[] {
  const days = load.days.reduce((most, one) => Math.max(most, one.day + 1), 0);
  const byResource = new Map<string, (DayLoad | undefined)[]>();
  for (const one of load.days) {
    const row = byResource.get(one.resource) ?? Array.from({ length: days }, () => undefined);
    row[one.day] = one;
    byResource.set(one.resource, row);
  }
  const whole = new Map(load.whole.map(one => [one.resource, one]));
  return plan.resources.map(({ id, stage }) => ({
    resource: id,
    stage,
    days: byResource.get(id) ?? [],
    whole: whole.get(id),
  }));
}

const FULL = 0.95;

/** Five steps of grey and one that somebody should look at. */
export function stepOf(share: number | null) {
  if (share === null) return 'closed';
  if (share >= FULL) return 'full';
  return `s${Math.min(4, Math.floor(share * 5))}` as const;
}

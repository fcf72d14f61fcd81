import type { DayLoad, LoadAnswer, Plan } from '@/shared/api/contract';
import { formatDate } from '@/shared/time/plant-time';

/** One machine over the days. */
export interface LoadRow {
  resource: string;
  stage: string;
  days: (DayLoad | undefined)[];
  /** Share from today to its last day of work, which is left out where it has others: it is not full. */
  busy: number | null;
}

const DAY = 1440;

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
  const today = Math.floor(plan.now / DAY);
  return plan.resources.map(({ id, stage }) => {
    const own = byResource.get(id) ?? [];
    return { resource: id, stage, days: own, busy: busyFrom(own, today) };
  });
}

function busyFrom(days: readonly (DayLoad | undefined)[], today: number) {
  const last = days.findLastIndex(one => one !== undefined && one.working > 0);
  const counted = days.slice(today, Math.max(today + 1, last));
  const sum = (of: (one: DayLoad) => number) => counted.reduce((all, one) => all + (one ? of(one) : 0), 0);
  const open = sum(one => one.open);
  return last < today || open === 0 ? null : Math.min(1, sum(one => one.working + one.setup) / open);
}

/** The machine that holds the others up: the busiest until its work is done. */
export function bottleneckOf(rows: readonly LoadRow[]) {
  return rows.reduce<LoadRow | undefined>(
    (most, row) => ((row.busy ?? 0) > (most?.busy ?? 0) ? row : most),
    undefined,
  );
}

const FULL = 0.95;

/** Five steps of grey and one that somebody should look at. */
export function stepOf(share: number | null) {
  if (share === null) return 'closed';
  if (share >= FULL) return 'full';
  return `s${Math.min(4, Math.floor(share * 5))}` as const;
}

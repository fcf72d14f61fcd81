import type { Plan, PlanChange } from '@/shared/api/contract';

/** A plan as a Gantt chart needs it: bars in flat lists, and which bars stand in which row. */
export interface GanttPlan {
  orderOf: Int32Array;
  resourceOf: Int32Array;
  familyOf: Int32Array;
  setup: Int32Array;
  start: Int32Array;
  end: Int32Array;
  /** Latest minute of the last bar. */
  horizon: number;
  /** Of each order, the minute it ends. */
  orderEnd: Int32Array;
  /** Bars of each resource by start. */
  byResource: Int32Array[];
}

const LATE = 2;
const TIGHT = 1;
/** Less slack than this is shown, in minutes. */
const TIGHT_MINUTES = 180;

export function ganttPlan(plan: Plan): GanttPlan {
  const { order, resource, family, setup, start, end } = plan.bars;
  const made: GanttPlan = {
    orderOf: Int32Array.from(order),
    resourceOf: Int32Array.from(resource),
    familyOf: Int32Array.from(family),
    setup: Int32Array.from(setup),
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    horizon: 0,
    orderEnd: new Int32Array(plan.orders.length),
    byResource: [],
  };
  return settled(made, plan.resources.length);
}

/** The same with what follows from the bars worked out anew. */
function settled(plan: GanttPlan, resources: number): GanttPlan {
  const lists: number[][] = Array.from({ length: resources }, () => []);
  const orderEnd = new Int32Array(plan.orderEnd.length);
  let horizon = 0;
  for (let bar = 0; bar < plan.start.length; bar++) {
    lists[plan.resourceOf[bar]!]!.push(bar);
    const end = plan.end[bar]!;
    const order = plan.orderOf[bar]!;
    if (end > orderEnd[order]!) orderEnd[order] = end;
    if (end > horizon) horizon = end;
  }
  const byResource = lists.map(list => {
    list.sort((a, b) => plan.start[a]! - plan.start[b]!);
    return Int32Array.from(list);
  });
  return { ...plan, orderEnd, horizon, byResource };
}

/** The plan after a change of some bars. */
export function changed(plan: GanttPlan, change: PlanChange): GanttPlan {
  const next = {
    ...plan,
    resourceOf: plan.resourceOf.slice(),
    setup: plan.setup.slice(),
    start: plan.start.slice(),
    end: plan.end.slice(),
  };
  for (const bar of change.bars) {
    next.resourceOf[bar.place] = bar.resource;
    next.setup[bar.place] = bar.setup;
    next.start[bar.place] = bar.start;
    next.end[bar.place] = bar.end;
  }
  return settled(next, plan.byResource.length);
}

/** 2 late, 1 nearly, 0 in time. */
export function urgency(end: number, due: number) {
  if (end > due) return LATE;
  return due - end < TIGHT_MINUTES ? TIGHT : 0;
}

/** First place of a row whose bar ends after a minute. */
export function firstEndingAfter(bars: Int32Array, end: Int32Array, minute: number) {
  let low = 0;
  let high = bars.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (end[bars[middle]!]! > minute) high = middle;
    else low = middle + 1;
  }
  return low;
}

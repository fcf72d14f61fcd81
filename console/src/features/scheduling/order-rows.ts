import type { Plan } from '@/shared/api/contract';
import type { GanttPlan } from './plan';

export interface OrderRow {
  /** Place of the order in the plan. */
  place: number;
  id: string;
  customer: string;
  tonnes: number;
  weight: number;
  due: number;
  end: number;
  /** Hours late; negative is slack. */
  late: number;
}

/** The orders, the latest first. */
export function orderRows(plan: Plan, gantt: GanttPlan): OrderRow[] {
  return plan.orders
    .map((order, place) => {
      const end = gantt.orderEnd[place]!;
      const { id, customer, tonnes, weight, due } = order;
      return { place, id, customer, tonnes, weight, due, end, late: (end - due) / 60 };
    })
    .sort((a, b) => b.late * b.weight - a.late * a.weight);
}

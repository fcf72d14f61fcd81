import type { OperationReport, Plan } from '@/shared/api/contract';

export type ActualState = 'running' | 'late' | 'assumed' | 'next' | 'done';

/** An operation that is under way or soon to come. */
export interface ActualRow {
  key: string;
  order: string;
  operation: number;
  step: string;
  resource: string;
  stage: string;
  /** Minutes of the plan. */
  start: number;
  end: number;
  state: ActualState;
  report: OperationReport | undefined;
}

/** What is to come within so many minutes can be reported already: floors do not wait for plans. */
const AHEAD = 12 * 60;
/** What ended by the plan so long ago is no longer asked about, unless it was reported as running. */
const BEHIND = 8 * 60;

const keyOf = (order: string, operation: number) => `${order} ${operation}`;

/** The operations a floor may report now, machine by machine. */
export function actualRows(plan: Plan, reports: readonly OperationReport[]): ActualRow[] {
  const known = new Map(reports.map(one => [keyOf(one.order, one.operation), one]));
  const { bars, now } = plan;
  const rows: ActualRow[] = [];
  plan.orders.forEach(order =>
    order.operations.forEach((step, operation) => {
      const bar = order.first + operation;
      const start = bars.start[bar] ?? 0;
      const end = bars.end[bar] ?? 0;
      const report = known.get(keyOf(order.id, operation));
      const isRunning = report !== undefined && !report.end;
      if (!isRunning && (end < now - BEHIND || start > now + AHEAD)) return;
      const resource = plan.resources[bars.resource[bar] ?? 0];
      rows.push({
        key: keyOf(order.id, operation),
        order: order.id,
        operation,
        step,
        resource: resource?.id ?? '',
        stage: resource?.stage ?? '',
        start,
        end,
        state: stateOf(report, start, end, now),
        report,
      });
    }),
  );
  const place = new Map(plan.resources.map((one, i) => [one.id, i]));
  return rows.sort(
    (a, b) => (place.get(a.resource) ?? 0) - (place.get(b.resource) ?? 0) || a.start - b.start,
  );
}

function stateOf(report: OperationReport | undefined, start: number, end: number, now: number): ActualState {
  if (report) return report.end ? 'done' : end <= now ? 'late' : 'running';
  return start < now ? 'assumed' : 'next';
}

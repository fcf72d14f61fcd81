import { useMemo, useState } from 'react';
import type { Plan, PlanChange } from '@/shared/api/contract';
import { useDesk } from './api';
import { changed, ganttPlan } from './plan';
import type { Drop } from './gantt';

/** The plan on the desk with the bars moved since it was read; the server says what each move changes. */
export function useDraft(plan: Plan) {
  const desk = useDesk(plan.assetId);
  const read = useMemo(() => ganttPlan(plan), [plan]);
  const [moved, setMoved] = useState<{ of: Plan; gantt: typeof read; change: PlanChange } | null>(null);
  const own = moved?.of === plan ? moved : null;
  const gantt = own?.gantt ?? read;
  const head = own?.change.draft ?? plan.draft;
  const drop = ({ bar, resource, minute }: Drop) => {
    const order = plan.orders[gantt.orderOf[bar]!];
    const to = plan.resources[resource];
    if (!order || !to) return;
    desk.move.mutate(
      {
        revision: head.revision,
        order: order.id,
        operation: bar - order.first,
        resource: to.id,
        minute,
      },
      { onSuccess: change => setMoved({ of: plan, gantt: changed(gantt, change), change }) },
    );
  };
  return { desk, gantt, head, figures: own?.change.figures ?? plan.figures, drop };
}

import type { ReactNode } from 'react';
import type { Plan } from '@/shared/api/contract';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { usePlan, usePlannedPlants } from './api';
import { useSchedulingText } from './locale/texts';
import { usePlanned } from './planned';
import { type SchedulingTab, SchedulingTabs } from './scheduling-tabs';

interface Props {
  tab: SchedulingTab;
  title: string;
  children(plan: Plan): ReactNode;
}

/** A page about the plan on the desk, and what stands there until there is one. */
export function PlanPage({ tab, title, children }: Props) {
  const t = useSchedulingText();
  const plants = usePlannedPlants();
  const plant = usePlanned(plants.data) ?? plants.data?.[0];
  const plan = usePlan(plant?.assetId ?? null);
  if (plan.data) return children(plan.data);
  return (
    <Page title={title} actions={<SchedulingTabs current={tab} />}>
      <Panel title={title} className="space" padded>
        {plants.data?.length === 0 ? (
          <EmptyState title={t('none')}>{t('none.detail')}</EmptyState>
        ) : (
          <QueryView query={plan} rows={8}>
            {() => null}
          </QueryView>
        )}
      </Panel>
    </Page>
  );
}

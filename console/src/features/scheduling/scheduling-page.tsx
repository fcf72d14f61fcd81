import type { PlannedPlant } from '@/shared/api/contract';
import { useSay } from '@/shared/i18n/i18n';
import { AppLink } from '@/shared/nav/app-link';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { QueryView } from '@/shared/ui/states';
import { usePlan, usePlannedPlants } from './api';
import { Generate } from './generate';
import { useSchedulingText } from './locale/texts';
import { PlanStage } from './plan-stage';
import { usePlanned } from './planned';

/** The plan of a plant; with several plants and none chosen, their list. */
export default function SchedulingPage() {
  const t = useSchedulingText();
  const say = useSay();
  const query = usePlannedPlants();
  const plant = usePlanned(query.data);
  if (plant) return <Planned key={plant.assetId} plant={plant} />;
  return (
    <Page title={t('title')}>
      <Panel title={t('plants')} className="space" padded>
        <QueryView query={query} rows={4}>
          {plants =>
            plants.length === 0 ? (
              <Generate />
            ) : (
              <ul>
                {plants.map(one => (
                  <li key={one.assetId}>
                    <AppLink to={`/scheduling?asset=${one.assetId}`}>
                      {t('plants.one', { name: say(one.name), orders: one.orders, bars: one.operations })}
                    </AppLink>
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      </Panel>
    </Page>
  );
}

function Planned({ plant }: { plant: PlannedPlant }) {
  const t = useSchedulingText();
  const query = usePlan(plant.assetId);
  if (query.data) return <PlanStage plan={query.data} />;
  return (
    <Page title={t('title')}>
      <Panel title={t('gantt')} className="space">
        <QueryView query={query} rows={8}>
          {() => null}
        </QueryView>
      </Panel>
    </Page>
  );
}

import type { Plan } from '@/shared/api/contract';
import { useMay } from '@/shared/session/session';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { usePlan, usePlannedPlants } from './api';
import { useSchedulingText } from './locale/texts';
import { usePlanned } from './planned';
import { PromiseDesk } from './promise-desk';
import { RepairDesk } from './repair-desk';
import { SchedulingTabs } from './scheduling-tabs';
import styles from './scheduling.module.css';

/** What a new order or a standstill would do to the plan, tried before it is taken. */
export default function DeskPage() {
  const t = useSchedulingText();
  const plants = usePlannedPlants();
  const plant = usePlanned(plants.data) ?? plants.data?.[0];
  const may = useMay('ENGINEER');
  return (
    <Page title={t('desk')} sentence={t('desk.sentence')} actions={<SchedulingTabs current="desk" />}>
      {plant && may ? (
        <Desks assetId={plant.assetId} />
      ) : (
        <Panel title={t('desk')} className="space" padded>
          <EmptyState title={t(may ? 'none' : 'desk.viewer')}>{t('desk.viewer.detail')}</EmptyState>
        </Panel>
      )}
    </Page>
  );
}

function Desks({ assetId }: { assetId: number }) {
  const query = usePlan(assetId);
  return (
    <QueryView query={query} rows={8}>
      {(plan: Plan) => (
        <div className={styles.desks}>
          <PromiseDesk plan={plan} />
          <RepairDesk plan={plan} />
        </div>
      )}
    </QueryView>
  );
}

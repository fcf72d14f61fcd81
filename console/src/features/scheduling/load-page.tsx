import { useState } from 'react';
import type { LoadAnswer, Plan } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { QueryView } from '@/shared/ui/states';
import { useComparison, useLoad } from './api';
import { KpiStrip } from './kpi-strip';
import { LoadDays } from './load-days';
import { loadRows, utilisation } from './load-grid';
import { LoadTable } from './load-table';
import { useSchedulingText } from './locale/texts';
import { PlanPage } from './plan-page';
import styles from './load.module.css';
import { SchedulingTabs } from './scheduling-tabs';

/** How busy each machine is on each day, and which one holds the others up. */
export default function LoadPage() {
  const t = useSchedulingText();
  return (
    <PlanPage tab="load" title={t('load')}>
      {plan => <Load key={plan.assetId} plan={plan} />}
    </PlanPage>
  );
}

function Load({ plan }: { plan: Plan }) {
  const t = useSchedulingText();
  const load = useLoad(plan.assetId, plan.draft.revision);
  const comparison = useComparison(plan.assetId, plan.draft.revision, []);
  return (
    <Page
      title={t('load')}
      sentence={load.data && <Bottleneck load={load.data} />}
      actions={<SchedulingTabs current="load" />}
    >
      <div className={styles.page}>
        <KpiStrip comparison={comparison.data} />
        <QueryView query={load} rows={10}>
          {data => <Loads plan={plan} load={data} />}
        </QueryView>
      </div>
    </Page>
  );
}

function Bottleneck({ load }: { load: LoadAnswer }) {
  const t = useSchedulingText();
  const [first] = load.whole;
  if (!first) return t('load.none');
  const percent = formatNumber((utilisation(first) ?? 0) * 100, 0);
  return <b>{t('load.bottleneck', { resource: first.resource, percent })}</b>;
}

function Loads({ plan, load }: { plan: Plan; load: LoadAnswer }) {
  const t = useSchedulingText();
  const rows = loadRows(plan, load);
  const [chosen, setChosen] = useState(load.whole[0]?.resource ?? null);
  const row = rows.find(one => one.resource === chosen);
  return (
    <>
      <Panel step={1} title={t('load.days')} meta={t('load.days.meta')} className={styles.table} padded>
        <LoadTable
          plan={plan}
          rows={rows}
          bottleneck={load.whole[0]?.resource}
          selected={chosen}
          onSelect={setChosen}
        />
      </Panel>
      {row && (
        <Panel
          step={2}
          title={t('load.of', { resource: row.resource })}
          meta={row.stage}
          className={styles.days}
          footer={<Legend />}
        >
          <LoadDays plan={plan} row={row} />
        </Panel>
      )}
    </>
  );
}

function Legend() {
  const t = useSchedulingText();
  return (
    <>
      {(['working', 'setup', 'free', 'closedPart'] as const).map(part => (
        <span key={part} className={styles.key}>
          <i className={styles[part]} />
          {t(`load.${part}`)}
        </span>
      ))}
    </>
  );
}

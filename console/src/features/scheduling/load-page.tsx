import { useMemo, useState } from 'react';
import type { Plan } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { QueryView } from '@/shared/ui/states';
import { useComparison, useLoad } from './api';
import { KpiStrip } from './kpi-strip';
import { LoadDays } from './load-days';
import { bottleneckOf, type LoadRow, loadRows } from './load-grid';
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
  const rows = useMemo(() => load.data && loadRows(plan, load.data), [plan, load.data]);
  return (
    <Page
      title={t('load')}
      sentence={rows && <Bottleneck row={bottleneckOf(rows)} />}
      actions={<SchedulingTabs current="load" />}
    >
      <div className={styles.page}>
        <KpiStrip comparison={comparison.data} />
        <QueryView query={load} rows={10}>
          {() => rows && <Loads plan={plan} rows={rows} />}
        </QueryView>
      </div>
    </Page>
  );
}

function Bottleneck({ row }: { row: LoadRow | undefined }) {
  const t = useSchedulingText();
  if (!row) return t('load.none');
  const percent = formatNumber((row.busy ?? 0) * 100, 0);
  return <b>{t('load.bottleneck', { resource: row.resource, percent })}</b>;
}

function Loads({ plan, rows }: { plan: Plan; rows: readonly LoadRow[] }) {
  const t = useSchedulingText();
  const bottleneck = bottleneckOf(rows)?.resource;
  const [chosen, setChosen] = useState(bottleneck ?? null);
  const row = rows.find(one => one.resource === chosen);
  return (
    <>
      <Panel step={1} title={t('load.days')} meta={t('load.days.meta')} className={styles.table} padded>
        <LoadTable plan={plan} rows={rows} bottleneck={bottleneck} selected={chosen} onSelect={setChosen} />
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

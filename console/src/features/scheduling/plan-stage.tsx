import { useMemo, useState } from 'react';
import type { Plan } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { FigureStrip } from '@/shared/ui/figure-strip';
import { Page } from '@/shared/ui/page';
import { Segmented } from '@/shared/ui/segmented';
import { useRun, useVersions } from './api';
import type { Grouping } from './gantt-scene';
import { GanttPanel } from './gantt-panel';
import { useSchedulingText } from './locale/texts';
import { OrderList, type Shown } from './order-list';
import { orderRows } from './order-rows';
import { RunControl } from './run-control';
import { SchedulingTabs } from './scheduling-tabs';
import styles from './scheduling.module.css';
import { useDraft } from './use-draft';
import { WhyPanel } from './why-panel';

/** A plan: figures, Gantt chart, orders, and beside them why the chosen order ends when it ends. */
export function PlanStage({ plan }: { plan: Plan }) {
  const t = useSchedulingText();
  const may = useMay('ENGINEER');
  const draft = useDraft(plan);
  const { desk, gantt, head } = draft;
  const [selected, setSelected] = useState<number | null>(null);
  const [shown, setShown] = useState<Shown>('late');
  const [grouping, setGrouping] = useState<Grouping>('resource');
  const all = useMemo(() => orderRows(plan, gantt), [plan, gantt]);
  const late = all.filter(row => row.late > 0).length;
  const rows = shown === 'late' ? all.filter(row => row.late > 0) : all;
  const orders = useMemo(() => all.map(row => row.place), [all]);
  return (
    <div className={selected === null ? styles.frame : `${styles.frame} ${styles.withSide}`}>
      <Page
        title={t('title')}
        sentence={<Sentence plan={plan} late={late} version={head.version} unsaved={head.unsaved} />}
        actions={
          <>
            <SchedulingTabs current="gantt" />
            <Segmented<Grouping>
              label={t('grouping')}
              value={grouping}
              onChange={setGrouping}
              options={[
                { value: 'resource', label: t('grouping.resource') },
                { value: 'order', label: t('grouping.order') },
              ]}
            />
            {may && <RunControl assetId={plan.assetId} desk={desk} />}
            {may && (
              <Button
                kind="primary"
                disabled={desk.publish.isPending}
                onClick={() => desk.publish.mutate(head.unsaved ? null : head.version)}
              >
                {t('publish')}
              </Button>
            )}
          </>
        }
      >
        <div className={styles.stage}>
          <Figures plan={plan} figures={draft.figures} />
          <GanttPanel
            plan={plan}
            draft={draft}
            grouping={grouping}
            orders={orders}
            selected={selected}
            onSelect={setSelected}
            may={may}
          />
          <OrderList
            plan={plan}
            rows={rows}
            late={late}
            shown={shown}
            onShown={setShown}
            selected={selected}
            onSelect={setSelected}
          />
        </div>
      </Page>
      {selected !== null && (
        <div className={styles.side}>
          <WhyPanel
            plan={plan}
            place={selected}
            revision={head.revision}
            end={gantt.orderEnd[selected]!}
            onClose={() => setSelected(null)}
          />
        </div>
      )}
    </div>
  );
}

interface SentenceProps {
  plan: Plan;
  late: number;
  version: number;
  unsaved: boolean;
}

function Sentence({ plan, late, version, unsaved }: SentenceProps) {
  const t = useSchedulingText();
  const versions = useVersions(plan.assetId);
  const inForce = versions.data?.find(one => one.state === 'PUBLISHED')?.version;
  return (
    <>
      {plan.virtual && t('sentence.virtual')}
      {late > 0 ? t('sentence.late', { count: late }) : t('sentence.inTime')}
      {t(unsaved ? 'sentence.unsaved' : 'sentence.version', { version })}
      {inForce === undefined ? t('sentence.noneInForce') : t('sentence.inForce', { version: inForce })}
    </>
  );
}

function Figures({ plan, figures }: { plan: Plan; figures: Plan['figures'] }) {
  const t = useSchedulingText();
  const course = useRun(plan.assetId).data?.course ?? [];
  return (
    <FigureStrip
      compact
      label={t('figures')}
      figures={[
        { key: 'onTime', label: t('figure.onTime'), value: figures.onTimePercent, digits: 1, unit: '%' },
        {
          key: 'tardiness',
          label: t('figure.tardiness'),
          value: figures.weightedTardinessHours,
          digits: 1,
          unit: 'h',
        },
        { key: 'setup', label: t('figure.setup'), value: figures.setupHours, digits: 1, unit: 'h' },
        {
          key: 'waiting',
          label: t('figure.waiting'),
          value: figures.waitingHours / Math.max(1, plan.orders.length),
          digits: 1,
          unit: 'h',
        },
        {
          key: 'makespan',
          label: t('figure.makespan'),
          value: figures.makespan / 1440,
          digits: 1,
          unit: 'd',
        },
        {
          key: 'objective',
          label: t('figure.objective'),
          value: formatNumber(figures.objective, 1),
          spark: course.length > 1 ? course.map(one => one.objective) : undefined,
        },
      ]}
    />
  );
}

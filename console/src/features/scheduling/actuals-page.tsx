import { useMemo, useRef, useState } from 'react';
import type { Plan } from '@/shared/api/contract';
import { withQuery } from '@/shared/api/client';
import { useLanguage } from '@/shared/i18n/i18n';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { SplitPage } from '@/shared/ui/side-panel';
import { ErrorState } from '@/shared/ui/states';
import { ActualForm } from './actual-form';
import { ActualOutcome } from './actual-outcome';
import { actualRows, type ActualRow } from './actual-rows';
import { ActualTable } from './actual-table';
import { useSchedulingText } from './locale/texts';
import { PlanPage } from './plan-page';
import { ReportList } from './report-list';
import styles from './scheduling.module.css';
import { SchedulingTabs } from './scheduling-tabs';
import { type ReportDraft, useReporting, useReports } from './use-reports';

/** What the floor reports; the plan is timed anew around it. */
export default function ActualsPage() {
  const t = useSchedulingText();
  return (
    <PlanPage tab="actuals" title={t('actuals')}>
      {plan => <Actuals key={plan.assetId} plan={plan} />}
    </PlanPage>
  );
}

function Actuals({ plan }: { plan: Plan }) {
  const t = useSchedulingText();
  const may = useMay('OPERATOR');
  const reports = useReports(plan.assetId);
  const reporting = useReporting(plan.assetId);
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = useMemo(() => actualRows(plan, reports.data ?? []), [plan, reports.data]);
  const row = rows.find(one => one.key === chosen);
  const { report, table, withdraw } = reporting;
  const last = [report, table, withdraw].sort((a, b) => b.submittedAt - a.submittedAt)[0] ?? report;
  const send = (draft: ReportDraft) => report.mutate([draft]);
  const running = rows.filter(one => one.state === 'running' || one.state === 'late').length;
  return (
    <Page
      title={t('actuals')}
      sentence={t('actuals.sentence', { running, reported: reports.data?.length ?? 0 })}
      actions={
        <>
          <SchedulingTabs current="actuals" />
          {may && <TableInput onFile={file => table.mutate(file)} busy={last.isPending} />}
          {may && (
            <Button disabled={last.isPending} onClick={() => report.mutate([])}>
              {t('actuals.retime')}
            </Button>
          )}
        </>
      }
    >
      {last.error ? <ErrorState error={last.error} /> : null}
      {last.data && <ActualOutcome answer={last.data} />}
      <SplitPage
        side={
          row &&
          may && (
            <ActualForm
              key={`${row.key} ${row.report?.reportedAt ?? ''}`}
              plan={plan}
              row={row}
              busy={last.isPending}
              onSend={send}
              onWithdraw={() => withdraw.mutate(row)}
              onClose={() => setChosen(null)}
            />
          )
        }
      >
        <div className={styles.actuals}>
          <Panel step={1} title={t('actuals.now')} meta={t('actuals.now.meta')}>
            <ActualTable
              plan={plan}
              rows={rows}
              selected={chosen}
              onSelect={(one: ActualRow) => setChosen(one.key)}
              onSend={may ? send : undefined}
              busy={last.isPending}
            />
          </Panel>
          <ReportList query={reports} />
        </div>
      </SplitPage>
    </Page>
  );
}

function TableInput({ onFile, busy }: { onFile(file: File): void; busy: boolean }) {
  const t = useSchedulingText();
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const template = withQuery('/api/scheduling/templates/actuals.csv', { chinese: language === 'zh' });
  return (
    <>
      <a href={template} download>
        {t('sheet.template')}
      </a>
      <input
        ref={input}
        className="hidden-text"
        type="file"
        tabIndex={-1}
        aria-label={t('actuals.table')}
        accept=".csv,.txt,.tsv"
        onChange={event => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
      <Button disabled={busy} onClick={() => input.current?.click()}>
        {t('actuals.table')}
      </Button>
    </>
  );
}

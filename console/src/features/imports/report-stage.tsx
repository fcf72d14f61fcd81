import { useMemo, useState } from 'react';
import { withQuery } from '@/shared/api/client';
import type { Import, ImportRemark, ImportReport } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { useLanguage } from '@/shared/i18n/i18n';
import { AppLink } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { formatAge, formatTime } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { FigureStrip } from '@/shared/ui/figure-strip';
import { Panel } from '@/shared/ui/panel';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { Segmented } from '@/shared/ui/segmented';
import { EmptyState, ErrorState } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { useSetOptions, useStart } from './api';
import { useImportsText } from './locale/texts';
import styles from './imports.module.css';

const MOST_LINES = 4;

/** Address of the imported tags over the time of the file, a lane each. */
export function trendsOf(one: Import) {
  const tags = (one.mapping?.columns ?? []).flatMap(wish => (wish.tagId && !wish.skip ? [wish.tagId] : []));
  const report = one.report;
  if (tags.length === 0 || !report?.from || !report.to) return null;
  const time = new URLSearchParams({ from: report.from, to: report.to });
  return `/trends?tags=${tags.slice(0, MOST_LINES).join(';')}&${time.toString()}`;
}

/** What came of an import: figures, what was left out or repaired and why, and the way to the trends. */
export function ReportStage({ one }: { one: Import }) {
  const t = useImportsText();
  const may = useMay('ENGINEER');
  const again = useStart(one.id);
  const change = useSetOptions(one.id);
  const trends = trendsOf(one);
  const { report, mapping } = one;
  const lang = useLanguage();
  return (
    <>
      {one.state !== 'DONE' && (
        <p className={styles.trouble} role="alert">
          <PriorityMark priority={one.state === 'FAILED' ? 2 : 3} size={12} />
          {`${t(`state.${one.state}`)} ${one.message ?? ''}`}
        </p>
      )}
      {report && <Figures report={report} />}
      <div className={styles.actions}>
        {trends && <AppLink to={trends}>{t('trends')}</AppLink>}
        {report && report.rejected > 0 && (
          <a href={withQuery(`/api/imports/${one.id}/rejects.csv`, { lang })} download>
            {t('rejects.csv')}
          </a>
        )}
        <span className="space" />
        {may && (
          <Button disabled={change.isPending} onClick={() => change.mutate(one.options ?? {})}>
            {t('again.map')}
          </Button>
        )}
        {may && mapping && (
          <Button disabled={again.isPending} onClick={() => again.mutate(mapping)}>
            {t('again')}
          </Button>
        )}
      </div>
      {again.error ? <ErrorState error={again.error} /> : null}
      {change.error ? <ErrorState error={change.error} /> : null}
      {report ? <Remarks report={report} /> : <EmptyState title={t('report.none')}>{one.message}</EmptyState>}
    </>
  );
}

function Figures({ report }: { report: ImportReport }) {
  const t = useImportsText();
  const rate = report.seconds > 0 ? report.points / report.seconds : null;
  return (
    <FigureStrip
      label={t('report')}
      figures={[
        { key: 'rows', label: t('report.rows'), value: report.rows, digits: 0, note: t('report.rows.note') },
        {
          key: 'points',
          label: t('report.points'),
          value: report.points,
          digits: 0,
          note: rate === null ? '' : t('report.rate', { rate: formatNumber(rate, 0) }),
        },
        {
          key: 'rejected',
          label: t('report.rejected'),
          value: report.rejected,
          digits: 0,
          note: t('report.rejected.note'),
        },
        {
          key: 'repaired',
          label: t('report.repaired'),
          value: report.repaired,
          digits: 0,
          note: t('report.ambiguous', { count: report.ambiguous ?? 0 }),
        },
        {
          key: 'from',
          label: t('report.span'),
          value: formatTime(report.from),
          note: t('report.to', { time: formatTime(report.to) }),
        },
        { key: 'seconds', label: t('report.seconds'), value: formatAge(report.seconds), note: '' },
      ]}
    />
  );
}

function Remarks({ report }: { report: ImportReport }) {
  const t = useImportsText();
  const [view, setView] = useState<'rejects' | 'repairs'>('rejects');
  const rows = view === 'rejects' ? report.rejects : (report.repairs ?? []);
  const all = view === 'rejects' ? report.rejected : report.repaired + (report.ambiguous ?? 0);
  const columns = useMemo<Column<ImportRemark>[]>(
    () => [
      {
        key: 'line',
        title: t('column.line'),
        width: 110,
        align: 'right',
        render: row => formatNumber(row.line, 0),
        value: row => row.line,
      },
      { key: 'reason', title: t('column.reason'), render: row => row.reason, value: row => row.reason },
    ],
    [t],
  );
  return (
    <Panel
      step={4}
      title={t(`remarks.${view}`)}
      meta={all > rows.length ? t('remarks.first', { shown: rows.length, all }) : t('remarks.all', { all })}
      className={styles.grow}
      actions={
        <Segmented<'rejects' | 'repairs'>
          label={t('remarks')}
          value={view}
          onChange={setView}
          options={[
            { value: 'rejects', label: t('remarks.rejects') },
            { value: 'repairs', label: t('remarks.repairs') },
          ]}
        />
      }
    >
      <DataTable
        key={view}
        label={t(`remarks.${view}`)}
        columns={columns}
        rows={rows}
        rowKey={row => `${row.line} ${row.reason}`}
        exportAs={view}
        empty={<EmptyState title={t(`remarks.${view}.none`)} />}
      />
    </Panel>
  );
}

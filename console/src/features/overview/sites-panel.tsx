import { useMemo, useState } from 'react';
import type { Priority, SiteSummary } from '@/shared/api/contract';
import { useScope } from '@/shared/assets/assets';
import { formatPercent, NOTHING } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { formatAge } from '@/shared/time/plant-time';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { Sparkline } from '@/shared/ui/sparkline';
import { EmptyState } from '@/shared/ui/states';
import { TableExport } from '@/shared/ui/table-export';
import type { Column } from '@/shared/ui/table-rows';
import { Value } from '@/shared/ui/value';
import { useOverviewText } from './locale/texts';
import styles from './overview.module.css';

const PRIORITIES: readonly Priority[] = [1, 2, 3];

function Alarms({ site }: { site: SiteSummary }) {
  return (
    <span className={styles.alarms}>
      {PRIORITIES.map(priority => {
        const count = site.alarms[`p${priority}`];
        return (
          <span key={priority} className={count ? undefined : 't3'}>
            {count > 0 && <PriorityMark priority={priority} size={11} />}
            {count || NOTHING}
          </span>
        );
      })}
    </span>
  );
}

const MODES = ['MONITOR', 'ADVISE', 'CLOSED_LOOP'] as const;

function useColumns(): Column<SiteSummary>[] {
  const t = useOverviewText();
  const say = useSay();
  return useMemo(() => {
    const mode = (site: SiteSummary) => {
      const known = MODES.find(one => one === site.mode.toUpperCase());
      return known ? t(`mode.${known}`) : site.mode;
    };
    return [
      {
        key: 'name',
        title: t('site.name'),
        width: '24%',
        render: site => <b>{say(site.name)}</b>,
        value: site => say(site.name),
      },
      {
        key: 'current',
        title: t('site.current'),
        align: 'right',
        render: site => (
          <Value value={site.figures?.current} unit="kA" digits={1} ageSeconds={site.newestAgeSeconds} />
        ),
        value: site => site.figures?.current,
      },
      {
        key: 'volts',
        title: t('site.volts'),
        align: 'right',
        render: site => (
          <Value value={site.figures?.volts} unit="V" digits={3} ageSeconds={site.newestAgeSeconds} />
        ),
        value: site => site.figures?.volts,
      },
      {
        key: 'alarms',
        title: t('site.alarms'),
        width: 130,
        render: site => <Alarms site={site} />,
        value: site => PRIORITIES.map(one => `P${one} ${site.alarms[`p${one}`]}`).join(' · '),
      },
      {
        key: 'age',
        title: t('site.age'),
        align: 'right',
        render: site => <span className="t2">{formatAge(site.newestAgeSeconds)}</span>,
        value: site => site.newestAgeSeconds,
      },
      {
        key: 'good',
        title: t('site.good'),
        align: 'right',
        render: site => <span className="t3">{formatPercent(site.goodShare)}</span>,
        value: site => site.goodShare,
      },
      {
        key: 'mode',
        title: t('site.mode'),
        render: site => <span className="t2 small">{mode(site)}</span>,
        value: mode,
      },
      {
        key: 'spark',
        title: t('site.spark'),
        width: 112,
        exported: false,
        align: 'right',
        render: site => (
          <span className={styles.end}>
            <Sparkline values={site.spark} width={92} height={22} />
          </span>
        ),
      },
    ];
  }, [t, say]);
}

/** How each site stands; a click makes it the place in view. */
export function SitesPanel({ sites }: { sites: readonly SiteSummary[] }) {
  const t = useOverviewText();
  const columns = useColumns();
  const { assetId, setScope } = useScope();
  const [shown, setShown] = useState(0);
  return (
    <Panel
      title={t('sites')}
      meta={shown < sites.length ? t('abnormal.meta', { shown, total: sites.length }) : t('sites.meta')}
      actions={<TableExport name="sites" columns={columns} rows={sites} />}
    >
      <DataTable
        label={t('sites')}
        columns={columns}
        rows={sites}
        rowKey={site => site.assetId}
        rowHeight={32}
        foot={false}
        selected={assetId}
        onSelect={site => setScope(site.assetId)}
        onShown={setShown}
        empty={<EmptyState title={t('sites.none')}>{t('sites.none.detail')}</EmptyState>}
      />
    </Panel>
  );
}

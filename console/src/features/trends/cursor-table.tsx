import { useMemo } from 'react';
import type { Plot, Tag, TagStatistics, ValueAt } from '@/shared/api/contract';
import { isNormal, normalOf } from '@/shared/assets/normal-range';
import { digitsFor, formatNumber, formatRange, formatSigned } from '@/shared/format/number';
import { qualityOf } from '@/shared/format/quality';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { ageOf, formatAge, formatMoment } from '@/shared/time/plant-time';
import { useNow } from '@/shared/time/now';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { TableExport } from '@/shared/ui/table-export';
import type { Column } from '@/shared/ui/table-rows';
import { Value } from '@/shared/ui/value';
import type { Lanes } from './lanes';
import { useTrendsText } from './locale/texts';
import styles from './trends.module.css';

interface Row {
  tag: Tag;
  order: number;
  digits: number;
  now?: ValueAt;
  before?: ValueAt;
  statistics?: TagStatistics;
}

interface Props {
  lanes: Lanes;
  tags: ReadonlyMap<number, Tag>;
  at: number;
  pinned: boolean;
  values: readonly ValueAt[] | undefined;
  previous: readonly ValueAt[] | undefined;
  statistics: readonly TagStatistics[] | undefined;
  plot: Plot | undefined;
  /** More rows than fit: page through them. */
  paged: boolean;
}

/** The same digits for all numbers of a tag: as many as its typical size and spread ask. */
function digitsOf(statistics: TagStatistics | undefined, tag: Tag) {
  if (tag.states?.length) return 0;
  const typical = statistics?.mean ?? statistics?.last ?? tag.high ?? 0;
  const spread = (statistics?.max ?? 0) - (statistics?.min ?? 0);
  const fine = spread > 0 && Math.abs(typical) < 10 && spread < 1 ? 3 : digitsFor(typical + 0.001);
  return Math.min(3, fine);
}

function priorityOf(value: number | null | undefined, tag: Tag) {
  if (value === null || value === undefined) return null;
  return isNormal(value, normalOf(tag)) ? null : 2;
}

function useColumns(): Column<Row>[] {
  const t = useTrendsText();
  const say = useSay();
  return useMemo(() => {
    const figure = (key: 'min' | 'mean' | 'max'): Column<Row> => ({
      key,
      title: t(`column.${key}`),
      align: 'right',
      width: '9%',
      render: row => <span className="t2">{formatNumber(row.statistics?.[key], row.digits)}</span>,
      value: row => row.statistics?.[key],
    });
    return [
      {
        key: 'quantity',
        title: t('column.quantity'),
        width: '15%',
        render: row => (
          <>
            <i className={styles.swatch} style={{ borderColor: `var(--series-${row.order + 1})` }} />
            {say(row.tag.label)}
          </>
        ),
        value: row => say(row.tag.label),
      },
      {
        key: 'tag',
        title: t('column.tag'),
        width: '12%',
        render: row => <span className="t3 small">{row.tag.name}</span>,
        value: row => row.tag.name,
      },
      {
        key: 'value',
        title: t('column.value'),
        align: 'right',
        width: '11%',
        render: row => <Now row={row} />,
        value: row => row.now?.value,
      },
      {
        key: 'previous',
        title: t('column.previous'),
        align: 'right',
        width: '10%',
        render: row => <span className="t2">{formatSigned(difference(row), row.digits)}</span>,
        value: difference,
      },
      { key: 'quality', title: t('column.quality'), render: row => <Trust value={row.now} /> },
      figure('min'),
      figure('mean'),
      figure('max'),
      {
        key: 'normal',
        title: t('column.normal'),
        align: 'right',
        width: '10%',
        render: row => (
          <span className="t3">{formatRange(normalOf(row.tag).low, normalOf(row.tag).high)}</span>
        ),
      },
    ];
  }, [t, say]);
}

/** The value at the cursor; a digital tag shows the name of its state. */
function Now({ row: { tag, now, digits } }: { row: Row }) {
  const say = useSay();
  const state = tag.states?.find(one => one.code === now?.value);
  if (state) return <b>{say(state)}</b>;
  return (
    <Value
      value={now?.value}
      unit={tag.unit}
      digits={digits}
      quality={now?.quality}
      priority={priorityOf(now?.value, tag)}
    />
  );
}

const difference = ({ now, before }: Row) =>
  typeof now?.value === 'number' && typeof before?.value === 'number' ? now.value - before.value : null;

function Trust({ value }: { value: ValueAt | undefined }) {
  const shared = useSharedText();
  const kind = qualityOf({ value: value?.value, quality: value?.quality });
  return (
    <span className="t2">
      {kind === 'uncertain' && <PriorityMark priority={3} size={10} />} {shared(`quality.${kind}`)}
      <span className="t3"> · {formatAge(value?.ageSeconds)}</span>
    </span>
  );
}

/** Values of every line at the cursor, with their trust, their change and the statistics of the range. */
export function CursorTable({ lanes, tags, at, pinned, values, previous, statistics, plot, paged }: Props) {
  const t = useTrendsText();
  const now = useNow(10);
  const columns = useColumns();
  const rows = useMemo(
    () =>
      lanes.flatMap(lane =>
        lane.flatMap((id, order) => {
          const tag = tags.get(id);
          if (!tag) return [];
          const found = statistics?.find(one => one.tag === id);
          const of = (list: readonly ValueAt[] | undefined) => list?.find(one => one.tag === id);
          return [
            {
              tag,
              order,
              digits: digitsOf(found, tag),
              now: of(values),
              before: of(previous),
              statistics: found,
            },
          ];
        }),
      ),
    [lanes, tags, values, previous, statistics],
  );
  return (
    <Panel
      title={t('cursor')}
      meta={`${t('cursor.at', { time: formatMoment(at), age: formatAge(ageOf(at, now)) })}${pinned ? ` · ${t('cursor.pinned')}` : ''}`}
      actions={
        <>
          {plot && (
            <span className="t3 small">
              {t('cursor.reduction', {
                scanned: formatNumber(plot.scanned, 0),
                returned: formatNumber(plot.returned, 0),
                millis: formatNumber(plot.millis, 0),
              })}
            </span>
          )}
          <TableExport name="cursor" columns={columns} rows={rows} />
        </>
      }
    >
      <DataTable
        label={t('cursor')}
        columns={columns}
        rows={rows}
        rowKey={row => row.tag.id}
        rowHeight={26}
        foot={paged}
        empty={t('sentence.none')}
      />
    </Panel>
  );
}

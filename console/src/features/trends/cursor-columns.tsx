import { useMemo } from 'react';
import type { Tag, TagStatistics, ValueAt } from '@/shared/api/contract';
import { isNormal, normalOf } from '@/shared/assets/normal-range';
import { digitsFor, formatNumber, formatRange, formatSigned } from '@/shared/format/number';
import { qualityOf } from '@/shared/format/quality';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { formatAge } from '@/shared/time/plant-time';
import { PriorityMark } from '@/shared/ui/priority-mark';
import type { Column } from '@/shared/ui/table-rows';
import { Value } from '@/shared/ui/value';
import { useTrendsText } from './locale/texts';
import styles from './trends.module.css';

/** A line of the chart at the cursor. */
export interface Row {
  tag: Tag;
  order: number;
  digits: number;
  now?: ValueAt;
  before?: ValueAt;
  statistics?: TagStatistics;
}

/** The same digits for all numbers of a tag: as many as its typical size and spread ask. */
export function digitsOf(statistics: TagStatistics | undefined, tag: Tag) {
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

/** Value, change, trust and statistics of a line. */
export function useCursorColumns(): Column<Row>[] {
  const t = useTrendsText();
  const say = useSay();
  const shared = useSharedText();
  return useMemo(() => {
    const normal = ({ tag }: Row) => formatRange(normalOf(tag).low, normalOf(tag).high);
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
      {
        key: 'quality',
        title: t('column.quality'),
        render: row => <Trust value={row.now} />,
        value: row => `${shared(`quality.${trustOf(row.now)}`)} · ${formatAge(row.now?.ageSeconds)}`,
      },
      figure('min'),
      figure('mean'),
      figure('max'),
      {
        key: 'normal',
        title: t('column.normal'),
        align: 'right',
        width: '10%',
        render: row => <span className="t3">{normal(row)}</span>,
        value: normal,
      },
    ];
  }, [t, say, shared]);
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

const trustOf = (value: ValueAt | undefined) => qualityOf({ value: value?.value, quality: value?.quality });

function Trust({ value }: { value: ValueAt | undefined }) {
  const shared = useSharedText();
  const kind = trustOf(value);
  return (
    <span className="t2">
      {kind === 'uncertain' && <PriorityMark priority={3} size={10} />} {shared(`quality.${kind}`)}
      <span className="t3"> · {formatAge(value?.ageSeconds)}</span>
    </span>
  );
}

import { type ReactNode, useMemo } from 'react';
import type { Plot, Tag, TagStatistics, ValueAt } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { useNow } from '@/shared/time/now';
import { ageOf, formatAge, formatMoment } from '@/shared/time/plant-time';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { TableExport } from '@/shared/ui/table-export';
import { digitsOf, useCursorColumns } from './cursor-columns';
import type { Lanes } from './lanes';
import { useTrendsText } from './locale/texts';

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
  /** Controls of the place this panel stands in. */
  actions?: ReactNode;
}

/** Values of every line at the cursor, with their trust, their change and the statistics of the range. */
export function CursorTable(props: Props) {
  const { lanes, tags, at, pinned, values, previous, statistics, plot, paged } = props;
  const t = useTrendsText();
  const now = useNow(10);
  const columns = useCursorColumns();
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
          {props.actions}
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

import { useMemo } from 'react';
import type { Tag } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { formatRange, NOTHING } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import type { Latest } from '@/shared/live/use-live-values';
import { useSharedText } from '@/shared/locale/texts';
import { useNow } from '@/shared/time/now';
import { ageOf, formatAge } from '@/shared/time/plant-time';
import { Bullet } from '@/shared/ui/bullet';
import { PriorityMark } from '@/shared/ui/priority-mark';
import type { Column } from '@/shared/ui/table-rows';
import { Value } from '@/shared/ui/value';
import { useAssetsText } from './locale/texts';

interface Shown {
  tag: Tag;
  live: Latest | undefined;
  /** The present by the server's clock, epoch milliseconds. */
  now: number;
}

const isStale = ({ tag, live, now }: Shown) =>
  live !== undefined && ageOf(live.time, now) > (tag.staleAfterSeconds ?? Infinity);

/** A digital tag says its state in words, any other its number. */
export function TagValue({ tag, live, now }: Shown) {
  const say = useSay();
  const state = tag.states?.find(one => one.code === live?.value);
  if (state) return <b className={isStale({ tag, live, now }) ? 't3' : undefined}>{say(state)}</b>;
  return (
    <Value
      value={live?.value}
      unit={tag.unit}
      quality={live?.quality}
      ageSeconds={live && ageOf(live.time, now)}
      low={tag.limitLow}
      high={tag.limitHigh}
      staleAfterSeconds={tag.staleAfterSeconds}
    />
  );
}

/** How old the value is, and the word where that is too old for its tag. */
export function TagAge({ tag, live, now }: Shown) {
  const shared = useSharedText();
  if (!live) return <span className="t2">{NOTHING}</span>;
  const age = formatAge(ageOf(live.time, now));
  if (!isStale({ tag, live, now })) return <span className="t2">{age}</span>;
  return (
    <>
      <PriorityMark priority={3} size={10} /> {shared('quality.stale')} {age}
    </>
  );
}

const kindOf = (tag: Tag) => (tag.states?.length ? 'kind.states' : tag.step ? 'kind.step' : 'kind.line');

/** Tags with their live values; `places` names the equipment of each. */
export function useTagColumns(values: ReadonlyMap<number, Latest>, places: boolean): Column<Tag>[] {
  const t = useAssetsText();
  const say = useSay();
  const { tree } = useAssets();
  const now = useNow(1);
  return useMemo(() => {
    const where: Column<Tag> = {
      key: 'where',
      title: t('column.where'),
      width: 110,
      render: row => <span className="t2">{say(tree.find(row.assetId)?.name)}</span>,
      value: row => say(tree.find(row.assetId)?.name),
      sortable: false,
    };
    return [
      {
        key: 'label',
        title: t('column.label'),
        render: row => <b>{say(row.label)}</b>,
        value: row => say(row.label),
      },
      ...(places ? [where] : []),
      {
        key: 'name',
        title: t('column.name'),
        width: '20%',
        render: row => <span title={row.name}>{row.name}</span>,
        value: row => row.name,
      },
      {
        key: 'value',
        title: t('column.value'),
        width: 116,
        align: 'right',
        render: row => <TagValue tag={row} live={values.get(row.id)} now={now} />,
        value: row => values.get(row.id)?.value,
        // What is measured now only the page knows, and only of the rows in view.
        sortable: false,
        exported: false,
      },
      {
        key: 'bullet',
        title: t('column.against'),
        width: 96,
        exported: false,
        render: row => (
          <Bullet width={84} value={values.get(row.id)?.value} low={row.limitLow} high={row.limitHigh} />
        ),
      },
      {
        key: 'age',
        title: t('column.age'),
        width: 108,
        align: 'right',
        render: row => <TagAge tag={row} live={values.get(row.id)} now={now} />,
        value: row => {
          const live = values.get(row.id);
          return live && ageOf(live.time, now);
        },
        sortable: false,
        exported: false,
      },
      {
        key: 'limits',
        title: t('column.limits'),
        width: 110,
        align: 'right',
        render: row => formatRange(row.limitLow, row.limitHigh),
        value: row => formatRange(row.limitLow, row.limitHigh),
      },
      {
        key: 'kind',
        title: t('column.kind'),
        width: 88,
        render: row => <span className="t2">{t(kindOf(row))}</span>,
        value: row => t(kindOf(row)),
      },
    ];
  }, [t, say, tree, values, places, now]);
}

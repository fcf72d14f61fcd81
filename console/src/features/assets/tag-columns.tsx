import { useMemo } from 'react';
import type { LiveValue, Tag } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { formatRange } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { formatAge } from '@/shared/time/plant-time';
import { Bullet } from '@/shared/ui/bullet';
import type { Column } from '@/shared/ui/table-rows';
import { Value } from '@/shared/ui/value';
import { useAssetsText } from './locale/texts';

/** A digital tag says its state in words, any other its number. */
export function TagValue({ tag, live }: { tag: Tag; live: LiveValue | undefined }) {
  const say = useSay();
  const state = tag.states?.find(one => one.code === live?.value);
  if (state) return <b>{say(state)}</b>;
  return (
    <Value
      value={live?.value}
      unit={tag.unit}
      quality={live?.quality}
      ageSeconds={live?.ageSeconds}
      low={tag.limitLow}
      high={tag.limitHigh}
      staleAfterSeconds={tag.staleAfterSeconds}
    />
  );
}

/** Tags with their live values; `places` names the equipment of each. */
export function useTagColumns(values: ReadonlyMap<number, LiveValue>, places: boolean): Column<Tag>[] {
  const t = useAssetsText();
  const say = useSay();
  const { tree } = useAssets();
  return useMemo(() => {
    const where: Column<Tag> = {
      key: 'where',
      title: t('column.where'),
      width: 110,
      render: row => <span className="t2">{say(tree.find(row.assetId)?.name)}</span>,
      value: row => say(tree.find(row.assetId)?.name),
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
        render: row => <TagValue tag={row} live={values.get(row.id)} />,
        value: row => values.get(row.id)?.value,
      },
      {
        key: 'bullet',
        title: t('column.against'),
        width: 96,
        render: row => (
          <Bullet width={84} value={values.get(row.id)?.value} low={row.limitLow} high={row.limitHigh} />
        ),
      },
      {
        key: 'age',
        title: t('column.age'),
        width: 76,
        align: 'right',
        render: row => <span className="t2">{formatAge(values.get(row.id)?.ageSeconds)}</span>,
        value: row => values.get(row.id)?.ageSeconds,
      },
      {
        key: 'limits',
        title: t('column.limits'),
        width: 110,
        align: 'right',
        render: row => formatRange(row.limitLow, row.limitHigh),
        value: row => row.limitLow ?? row.limitHigh,
      },
      {
        key: 'kind',
        title: t('column.kind'),
        width: 88,
        render: row => (
          <span className="t2">
            {t(row.states?.length ? 'kind.states' : row.step ? 'kind.step' : 'kind.line')}
          </span>
        ),
        value: row => (row.states?.length ? 2 : Number(row.step)),
      },
    ];
  }, [t, say, tree, values, places]);
}

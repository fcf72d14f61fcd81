import { useMemo } from 'react';
import type { Advice } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { formatBrief, formatDifference, formatMoney, formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useNow } from '@/shared/time/now';
import { formatAge } from '@/shared/time/plant-time';
import { PriorityMark } from '@/shared/ui/priority-mark';
import type { Column } from '@/shared/ui/table-rows';
import { EffectMark } from './effect-mark';
import { usePotlineText } from './locale/texts';
import styles from './potline.module.css';

/** Columns of the advice queue; money only when any advice carries it. */
export function useQueueColumns(pots: ReadonlyMap<number, string>, money: boolean): Column<Advice>[] {
  const t = usePotlineText();
  const say = useSay();
  const now = useNow(15);
  const { tree } = useAssets();
  return useMemo(() => {
    const name = (row: Advice) => pots.get(row.assetId) ?? say(tree.find(row.assetId)?.name);
    const left = (row: Advice) => (Date.parse(row.expiresAt) - now) / 1000;
    const columns: (Column<Advice> | false)[] = [
      {
        key: 'mark',
        title: '',
        width: 36,
        exported: false,
        render: row => <PriorityMark priority={row.priority} size={12} />,
      },
      {
        key: 'pot',
        title: t('column.pot'),
        width: 62,
        render: row => <b>{name(row)}</b>,
        value: name,
      },
      {
        key: 'advice',
        title: t('column.advice'),
        width: 156,
        render: row => <Change advice={row} />,
        value: row => `${say(row.title)} ${row.from ?? ''} → ${row.to ?? ''} ${row.unit}`,
      },
      {
        key: 'reason',
        title: t('column.reason'),
        render: row => (
          <span className="t2" title={say(row.reason)}>
            {say(row.reason)}
          </span>
        ),
        value: row => say(row.reason),
      },
      {
        key: 'effect',
        title: t('column.effect'),
        width: '21%',
        render: row => <Effect advice={row} />,
        value: row => row.expected.change,
      },
      {
        key: 'risk',
        title: t('column.risk'),
        width: 46,
        render: row => <span className="t2">{t(`risk.${row.risk}`)}</span>,
        value: row => row.risk,
      },
      money && {
        key: 'money',
        title: t('column.money'),
        width: 72,
        align: 'right',
        render: row => <b>{row.money ? formatMoney(row.money.perDay, row.money.currency) : ''}</b>,
        value: row => row.money?.perDay,
      },
      {
        key: 'left',
        title: t('column.left'),
        width: 70,
        align: 'right',
        render: row => <span className="t2">{formatAge(Math.max(0, left(row)))}</span>,
        value: row => row.expiresAt,
      },
    ];
    return columns.filter(column => column !== false);
  }, [t, say, now, tree, pots, money]);
}

/** What is to be changed: the difference, and both ends in grey. */
function Change({ advice }: { advice: Advice }) {
  const say = useSay();
  const { from, to, unit } = advice;
  if (to === null) return say(advice.title);
  return (
    <span title={say(advice.title)}>
      {from !== null && <span className="t3">{`${formatNumber(from)} → `}</span>}
      {formatNumber(to)}
      <span className="unit">{unit}</span>
      {from !== null && <b className={styles.change}>{formatDifference(from, to)}</b>}
    </span>
  );
}

function Effect({ advice }: { advice: Advice }) {
  const say = useSay();
  const { expected } = advice;
  return (
    <span className={styles.effect}>
      <span className="t3 small ellipsis">{say(expected.quantity)}</span>
      <b>{formatBrief(expected.change)}</b>
      <span className="unit">{expected.unit}</span>
      <EffectMark expected={expected} />
    </span>
  );
}

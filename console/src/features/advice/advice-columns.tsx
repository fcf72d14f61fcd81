import { useMemo } from 'react';
import type { Advice } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { formatBrief, formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useNow } from '@/shared/time/now';
import { formatAge, formatTime } from '@/shared/time/plant-time';
import { PriorityMark } from '@/shared/ui/priority-mark';
import type { Column } from '@/shared/ui/table-rows';
import { useAdviceText } from './locale/texts';

/** Set-points of one column with the same digits. */
const digitsOf = ({ from, to }: Advice) => (Math.max(Math.abs(from), Math.abs(to)) >= 10 ? 1 : 2);

export function useAdviceColumns(open: boolean): Column<Advice>[] {
  const t = useAdviceText();
  const say = useSay();
  const now = useNow(10);
  const { tree } = useAssets();
  return useMemo(() => {
    const last: Column<Advice> = open
      ? {
          key: 'left',
          title: t('column.left'),
          width: 84,
          align: 'right',
          render: row => formatAge(Math.max(0, (Date.parse(row.expiresAt) - now) / 1000)),
          value: row => row.expiresAt,
        }
      : {
          key: 'decided',
          title: t('column.decided'),
          width: 168,
          render: row =>
            row.decidedAt ? `${formatTime(row.decidedAt)} ${row.decidedBy ?? ''}` : formatTime(row.expiresAt),
          value: row => row.decidedAt ?? row.expiresAt,
        };
    return [
      {
        key: 'mark',
        title: '',
        width: 36,
        render: row => <PriorityMark priority={row.priority} />,
        value: row => row.priority,
      },
      {
        key: 'object',
        title: t('column.object'),
        width: 120,
        render: row => <b>{say(tree.find(row.assetId)?.name)}</b>,
        value: row => say(tree.find(row.assetId)?.name),
      },
      {
        key: 'advice',
        title: t('column.advice'),
        width: '22%',
        render: row => (
          <span className="ellipsis">
            {say(row.title)} <span className="t3">{formatNumber(row.from, digitsOf(row))} → </span>
            {formatNumber(row.to, digitsOf(row))} <span className="unit">{row.unit}</span>
          </span>
        ),
        value: row => say(row.title),
      },
      {
        key: 'reason',
        title: t('column.reason'),
        render: row => (
          <span className="ellipsis" title={say(row.reason)}>
            {say(row.reason)}
          </span>
        ),
        value: row => say(row.reason),
      },
      {
        key: 'effect',
        title: t('column.effect'),
        width: 168,
        render: row => (
          <>
            {say(row.expected.quantity)} <b>{formatBrief(row.expected.change)}</b>{' '}
            <span className="unit">{row.expected.unit}</span>
          </>
        ),
        value: row => row.expected.change,
      },
      {
        key: 'risk',
        title: t('column.risk'),
        width: 72,
        render: row => t(`risk.${row.risk}`),
        value: row => row.risk,
      },
      last,
    ];
  }, [t, say, now, tree, open]);
}

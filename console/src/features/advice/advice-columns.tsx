import { useMemo } from 'react';
import { Measured, useDecider, useVerdict } from '@/shared/advice/outcome';
import type { Advice } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { formatBrief, formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useNow } from '@/shared/time/now';
import { formatAge, formatTime } from '@/shared/time/plant-time';
import { PriorityMark } from '@/shared/ui/priority-mark';
import type { Column } from '@/shared/ui/table-rows';
import type { AdviceState } from './api';
import { useAdviceText } from './locale/texts';

/** Both set-points of an advice with the same digits. */
const digitsOf = ({ from, to }: Advice) =>
  Number.isInteger(from) && Number.isInteger(to) ? 0 : Math.max(Math.abs(from), Math.abs(to)) >= 10 ? 1 : 2;

/** Columns of the list: what is left to decide an open advice, what was measured of an evaluated one. */
export function useAdviceColumns(state: AdviceState): Column<Advice>[] {
  const t = useAdviceText();
  const say = useSay();
  const now = useNow(10);
  const { tree } = useAssets();
  const decider = useDecider();
  const verdict = useVerdict();
  return useMemo(() => {
    const left: Column<Advice> = {
      key: 'left',
      title: t('column.left'),
      width: 84,
      align: 'right',
      render: row => formatAge(Math.max(0, (Date.parse(row.expiresAt) - now) / 1000)),
      value: row => row.expiresAt,
    };
    const decided: Column<Advice> = {
      key: 'decided',
      title: t('column.decided'),
      width: 168,
      render: row => [formatTime(row.decidedAt ?? row.expiresAt), decider(row).who].join(' '),
      value: row => row.decidedAt ?? row.expiresAt,
    };
    const risk: Column<Advice> = {
      key: 'risk',
      title: t('column.risk'),
      width: 72,
      render: row => t(`risk.${row.risk}`),
      value: row => row.risk,
    };
    const reason: Column<Advice> = {
      key: 'reason',
      title: t('column.reason'),
      render: row => (
        <span className="ellipsis" title={say(row.reason)}>
          {say(row.reason)}
        </span>
      ),
      value: row => say(row.reason),
    };
    const came: Column<Advice>[] = [
      {
        key: 'measured',
        title: t('column.measured'),
        width: 120,
        render: row => <Measured outcome={row.outcome} />,
        value: row => row.outcome?.effect,
      },
      {
        key: 'verdict',
        title: t('column.verdict'),
        width: 128,
        render: row => row.outcome && verdict(row.outcome).word,
        value: row => row.outcome && verdict(row.outcome).word,
      },
    ];
    const last = state === 'PROPOSED' ? [risk, left] : [...(state === 'EVALUATED' ? came : [risk]), decided];
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
        width: 104,
        render: row => <b>{say(tree.find(row.assetId)?.name)}</b>,
        value: row => say(tree.find(row.assetId)?.name),
      },
      {
        key: 'advice',
        title: t('column.advice'),
        width: state === 'EVALUATED' ? undefined : '22%',
        render: row => (
          <span className="ellipsis">
            {say(row.title)} <span className="t3">{formatNumber(row.from, digitsOf(row))} → </span>
            {formatNumber(row.to, digitsOf(row))} <span className="unit">{row.unit}</span>
          </span>
        ),
        value: row => say(row.title),
      },
      ...(state === 'EVALUATED' ? [] : [reason]),
      {
        key: 'effect',
        title: t('column.effect'),
        width: 144,
        render: row => (
          <>
            {say(row.expected.quantity)} <b>{formatBrief(row.expected.change)}</b>{' '}
            <span className="unit">{row.expected.unit}</span>
          </>
        ),
        value: row => row.expected.change,
      },
      ...last,
    ];
  }, [t, say, now, tree, state, decider, verdict]);
}

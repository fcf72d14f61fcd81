import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PotLine } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useCarry } from '@/shared/nav/app-link';
import { DataTable } from '@/shared/ui/data-table';
import { usePotlineText } from './locale/texts';

/** The lines to choose from. */
export function LineList({ lines }: { lines: readonly PotLine[] }) {
  const t = usePotlineText();
  const say = useSay();
  const carry = useCarry();
  const navigate = useNavigate();
  const [selected, setSelected] = useState<number | null>(lines[0]?.assetId ?? null);
  return (
    <DataTable
      label={t('lines')}
      rows={lines}
      rowKey={line => line.assetId}
      selected={selected}
      onSelect={line => setSelected(line.assetId)}
      onOpen={line => void navigate(carry(`/potline?asset=${line.assetId}`))}
      keys
      columns={[
        {
          key: 'name',
          title: t('column.line'),
          render: line => <b>{say(line.name)}</b>,
          value: line => say(line.name),
        },
        {
          key: 'code',
          title: t('column.code'),
          width: 160,
          render: line => line.code,
          value: line => line.code,
        },
        {
          key: 'pots',
          title: t('column.pots'),
          width: 120,
          align: 'right',
          render: line => formatNumber(line.pots, 0),
          value: line => line.pots,
        },
      ]}
    />
  );
}

import { useMemo, useState } from 'react';
import type { Advice } from '@/shared/api/contract';
import { formatMoney } from '@/shared/format/number';
import { useSharedText } from '@/shared/locale/texts';
import { useMay } from '@/shared/session/session';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { Segmented } from '@/shared/ui/segmented';
import { EmptyState, ErrorState, QueryView } from '@/shared/ui/states';
import { inOrder, type Order, ORDERS } from './advice-order';
import type { useAdviceOf } from './api';
import { usePotlineText } from './locale/texts';
import { useQueueColumns } from './queue-columns';

interface Props {
  query: ReturnType<typeof useAdviceOf>;
  /** Names of pots by asset. */
  pots: ReadonlyMap<number, string>;
  selected: number | null;
  onSelect(advice: Advice): void;
  onOpen(advice: Advice): void;
  /** A refused decision, said above the rows. */
  error: unknown;
  onErrorSeen(): void;
}

/** Money of all advice together, when it is one currency. */
function sumOf(advice: readonly Advice[]) {
  const money = advice.flatMap(one => (one.money ? [one.money] : []));
  const currency = money[0]?.currency;
  if (!currency || money.some(one => one.currency !== currency)) return null;
  return formatMoney(Math.round(money.reduce((sum, one) => sum + one.perDay, 0)), currency);
}

/** Advice of the line that waits for a decision; a row is the same selection as its pot on the map. */
export function AdviceQueue(props: Props) {
  const { query, pots, selected, onSelect, onOpen, error, onErrorSeen } = props;
  const t = usePotlineText();
  const items = useMemo(() => query.data?.items ?? [], [query.data]);
  const sum = sumOf(items);
  const [chosen, setChosen] = useState<Order | null>(null);
  const order = chosen ?? 'priority';
  const rows = useMemo(() => inOrder(items, order), [items, order]);
  const columns = useQueueColumns(pots, sum !== null);
  const orders = ORDERS.filter(one => one !== 'money' || sum !== null);
  return (
    <Panel
      step={3}
      title={t('queue')}
      meta={
        query.data &&
        (sum
          ? t('queue.meta.money', { count: items.length, money: sum })
          : t('queue.meta', { count: items.length }))
      }
      actions={
        <Segmented<Order>
          label={t('queue.order')}
          value={order}
          onChange={setChosen}
          options={orders.map(value => ({ value, label: t(`order.${value}`) }))}
        />
      }
    >
      <QueryView query={query} rows={4}>
        {() => (
          <>
            {error ? <ErrorState error={error} onRetry={onErrorSeen} /> : null}
            <DataTable
              label={t('queue')}
              columns={columns}
              rows={rows}
              rowKey={row => row.id}
              selected={selected}
              onSelect={onSelect}
              onOpen={onOpen}
              keys
              exportAs="potline-advice"
              footer={<Keys />}
              empty={<EmptyState title={t('queue.none')}>{t('queue.none.detail')}</EmptyState>}
            />
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function Keys() {
  const t = usePotlineText();
  const shared = useSharedText();
  const may = useMay('OPERATOR', 'ENGINEER');
  return (
    <>
      <span>
        <kbd>J</kbd> <kbd>K</kbd> {t('keys.move')}
      </span>
      {may && (
        <>
          <span>
            <kbd>A</kbd> {shared('action.accept')}
          </span>
          <span>
            <kbd>R</kbd> {shared('action.reject')}
          </span>
        </>
      )}
      <span>
        <kbd>{'Enter'}</kbd> {shared('action.open')}
      </span>
    </>
  );
}

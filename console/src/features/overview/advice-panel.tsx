import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Advice } from '@/shared/api/contract';
import { formatMoney } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useKeys } from '@/shared/keys/keys';
import { useSharedText } from '@/shared/locale/texts';
import { useCarry } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { formatClock } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { ReasonDialog } from '@/shared/ui/dialogs';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, ErrorState } from '@/shared/ui/states';
import { useSize } from '@/shared/ui/use-size';
import { AdviceLine } from './advice-line';
import { useDecide } from './api';
import { useOverviewText } from './locale/texts';
import styles from './advice.module.css';

const LINE = 46;

/** Money of all advice together, when it is one currency. */
function sum(advice: readonly Advice[]) {
  const money = advice.flatMap(one => (one.money ? [one.money] : []));
  const currency = money[0]?.currency;
  if (!currency || money.some(one => one.currency !== currency)) return null;
  return formatMoney(Math.round(money.reduce((total, one) => total + one.perDay, 0)), currency);
}

function useAdviceList(advice: readonly Advice[]) {
  const [chosen, setChosen] = useState<number | null>(null);
  const at = Math.max(
    0,
    advice.findIndex(one => one.id === chosen),
  );
  const move = (step: number) => {
    const next = advice[Math.max(0, Math.min(advice.length - 1, at + step))];
    if (next) setChosen(next.id);
  };
  return { at, current: advice[at], choose: setChosen, move };
}

/** Advice that waits for a decision, most money first; J K A R act here. */
export function AdvicePanel({ advice, total }: { advice: readonly Advice[]; total: number }) {
  const t = useOverviewText();
  const shared = useSharedText();
  const say = useSay();
  const carry = useCarry();
  const navigate = useNavigate();
  const may = useMay('OPERATOR', 'ENGINEER');
  const decide = useDecide();
  const [rejecting, setRejecting] = useState<Advice | null>(null);
  const { at, current, choose, move } = useAdviceList(advice);
  const box = useRef<HTMLDivElement>(null);
  const { height } = useSize(box);
  const fits = Math.max(1, Math.floor(height / LINE));
  const first = Math.floor(at / fits) * fits;
  const open = (one: Advice) => void navigate(carry(`/advice?id=${one.id}`));

  const keys = [
    { keys: 'J', label: shared('key.next'), act: () => move(1) },
    { keys: 'K', label: shared('key.previous'), act: () => move(-1) },
    { keys: 'Enter', label: shared('key.open'), act: () => current && open(current) },
  ];
  const decisions = [
    { keys: 'A', label: shared('key.accept'), act: () => current && decide.mutate({ id: current.id }) },
    { keys: 'R', label: shared('key.reject'), act: () => current && setRejecting(current) },
  ];
  useKeys(may ? [...keys, ...decisions] : keys, advice.length > 0 && rejecting === null);

  const money = sum(advice);
  const soonest = Math.min(...advice.map(one => Date.parse(one.expiresAt)));
  return (
    <Panel
      step={3}
      title={t('advice')}
      meta={money ? t('advice.money', { count: total, money }) : t('advice.meta', { count: total })}
      actions={<Button onClick={() => void navigate(carry('/advice'))}>{t('advice.all')}</Button>}
      footer={
        advice.length > 0 && (
          <>
            <span>
              <kbd>J</kbd> <kbd>K</kbd> {t('keys.move')}
            </span>
            {may && (
              <span>
                <kbd>A</kbd> {shared('action.accept')}
              </span>
            )}
            {may && (
              <span>
                <kbd>R</kbd> {shared('action.reject')}
              </span>
            )}
            <span className="space" />
            <span>{t('advice.next', { time: formatClock(soonest) })}</span>
          </>
        )
      }
    >
      <div className={styles.list} ref={box} role="list">
        {decide.error ? <ErrorState error={decide.error} onRetry={() => decide.reset()} /> : null}
        {advice.length === 0 && <EmptyState title={t('advice.none')}>{t('advice.none.detail')}</EmptyState>}
        {advice.slice(first, first + fits).map((one, i) => (
          <AdviceLine
            key={one.id}
            advice={one}
            selected={first + i === at}
            busy={decide.isPending}
            onSelect={() => choose(one.id)}
            onOpen={() => open(one)}
            onAccept={may ? () => decide.mutate({ id: one.id }) : undefined}
          />
        ))}
      </div>
      <ReasonDialog
        open={rejecting !== null}
        title={t('advice.rejectTitle', { title: say(rejecting?.title) })}
        okText={shared('action.reject')}
        suggestions={[t('advice.reason.observe'), t('advice.reason.measure'), t('advice.reason.other')]}
        onConfirm={reason => decide.mutateAsync({ id: rejecting?.id ?? 0, reason })}
        onClose={() => setRejecting(null)}
      />
    </Panel>
  );
}

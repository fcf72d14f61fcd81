import type { Advice, Pot } from '@/shared/api/contract';
import { useSharedText } from '@/shared/locale/texts';
import { formatTime } from '@/shared/time/plant-time';
import { AdviceCard } from '@/shared/ui/advice-card';
import { usePotlineText } from './locale/texts';
import styles from './potline.module.css';
import type { Decision } from './use-decision';

/** Advice of a pot that waits for a decision, most urgent first. */
export const openAdvice = (pot: Pot | undefined) =>
  (pot?.advice ?? [])
    .filter(one => one.state === 'PROPOSED')
    .sort((a, b) => a.priority - b.priority || Date.parse(a.expiresAt) - Date.parse(b.expiresAt));

/** Which model spoke, and when. */
export function useAdviceMeta(advice: readonly Advice[]) {
  const shared = useSharedText();
  const [first] = advice;
  if (!first) return undefined;
  return [first.model?.label, shared('advice.created', { time: formatTime(first.createdAt) })]
    .filter(Boolean)
    .join(' · ');
}

interface Props {
  advice: readonly Advice[];
  /** The one that A and R act on. */
  current: Advice | undefined;
  decision: Decision;
}

export function PotAdvice({ advice, current, decision }: Props) {
  const t = usePotlineText();
  if (advice.length === 0) return <p className="t3 small">{t('advice.none')}</p>;
  return (
    <div className={styles.cards}>
      {advice.map(one => (
        <AdviceCard
          key={one.id}
          advice={one}
          keys={one.id === current?.id}
          onAccept={decision.may ? () => decision.accept(one) : undefined}
          onReject={decision.may ? () => decision.reject(one) : undefined}
        />
      ))}
      {!decision.may && <p className="t3 small">{t('advice.noRight')}</p>}
    </div>
  );
}

import type { Pot } from '@/shared/api/contract';
import { Step } from '@/shared/ui/side-panel';
import { ErrorState } from '@/shared/ui/states';
import { usePotlineText } from './locale/texts';
import { openAdvice, PotAdvice, useAdviceMeta } from './pot-advice';
import styles from './pot.module.css';
import { Results, useHits } from './results';
import { useDecision } from './use-decision';
import { usePotStory } from './use-pot-story';
import { Reasons, useCauses } from './why';

/** Why a pot stands as it does, what to do, what came of it. */
export function PotSide({ pot }: { pot: Pot }) {
  const t = usePotlineText();
  const story = usePotStory(pot);
  const causes = useCauses(pot, story);
  const advice = openAdvice(pot);
  const meta = useAdviceMeta(advice);
  const hits = useHits(pot);
  const decision = useDecision(advice[0]);
  return (
    <aside className={styles.right} aria-label={t('step.why')}>
      <Step step={2} title={t('step.why')} meta={causes}>
        <Reasons pot={pot} story={story} />
      </Step>
      <Step step={3} title={t('step.do')} meta={meta}>
        {decision.error ? <ErrorState error={decision.error} onRetry={decision.forget} /> : null}
        <PotAdvice advice={advice} current={advice[0]} decision={decision} />
      </Step>
      <Step step={4} title={t('step.result')} meta={hits}>
        <Results pot={pot} />
      </Step>
      {decision.dialog}
    </aside>
  );
}

import { Change } from '@/shared/advice/outcome';
import type { Advice } from '@/shared/api/contract';
import { formatBrief } from '@/shared/format/number';
import { useSharedText } from '@/shared/locale/texts';
import { useScores } from './api';
import { useAdviceText } from './locale/texts';

/** What came of all evaluated advice of the same kind: one case tells little against the scatter of the plant. */
export function Score({ advice }: { advice: Advice }) {
  const t = useAdviceText();
  const shared = useSharedText();
  const score = useScores().data?.find(one => one.kind === advice.kind);
  if (!score) return null;
  const { evaluated, helped, unclear, opposite, notCarriedOut, notMeasurable } = score;
  return (
    <p className="t2 small">
      {t('score', { evaluated })} {score.virtual && <span className="chip">{shared('virtual')}</span>}
      <br />
      {t('score.counts', { helped, unclear, opposite, notCarriedOut, notMeasurable })}
      {score.meanEffect != null && (
        <>
          <br />
          {t('score.mean')}{' '}
          <Change change={score.meanEffect} low={score.low} high={score.high} unit={score.unit} />
          {` · ${t('score.expected')} ${formatBrief(score.meanExpected)} ${score.unit}`}
        </>
      )}
    </p>
  );
}

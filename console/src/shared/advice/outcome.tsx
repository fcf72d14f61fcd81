import { useCallback } from 'react';
import type { Advice, AdviceOutcome } from '@/shared/api/contract';
import { formatBrief, withTrueMinus } from '@/shared/format/number';
import { useLanguage, useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';

/** "−3.1 (−5.0…−1.0) °C": a change with its 80 % interval. */
export function Change({ change, low, high, unit }: ChangeProps) {
  const t = useSharedText();
  const known = low != null && high != null;
  const interval = known ? { low: formatBrief(low), high: formatBrief(high), unit } : undefined;
  return (
    <span title={interval && t('outcome.interval', interval)}>
      <b>{formatBrief(change)}</b>
      {interval && (
        <span className="t3">
          {' '}
          ({interval.low}…{interval.high})
        </span>
      )}
      <span className="unit">{unit}</span>
    </span>
  );
}

interface ChangeProps {
  change: number | null | undefined;
  low?: number | null;
  high?: number | null;
  unit: string;
}

interface MeasuredProps {
  outcome: AdviceOutcome | null | undefined;
  /** Adds the interval of what was measured. */
  interval?: boolean;
}

/** The measured effect and whether it lies in the band that was expected; the verdict where there is no effect. */
export function Measured({ outcome, interval }: MeasuredProps) {
  const t = useSharedText();
  if (!outcome) return <span className="t3">{t('outcome.waiting')}</span>;
  if (outcome.effect == null) return <span className="t3">{t(`outcome.${outcome.verdict}`)}</span>;
  const { effect, low, high, unit, inExpectedBand: inside } = outcome;
  return (
    <>
      <Change change={effect} unit={unit} {...(interval && { low, high })} />
      {inside != null && (
        <span className={inside ? 't3' : 't2 bold'}> {t(inside ? 'outcome.inside' : 'outcome.outside')}</span>
      )}
    </>
  );
}

/** The verdict with its sentence, both in the reader's language. */
export function useVerdict() {
  const t = useSharedText();
  const say = useSay();
  return useCallback(
    (outcome: AdviceOutcome) => ({
      word: t(`outcome.${outcome.verdict}`),
      sentence: withTrueMinus(say(outcome.reason)),
    }),
    [t, say],
  );
}

/** Who decided and why; of a replayed decision the crew, called virtual where the plant is. */
export function useDecider() {
  const t = useSharedText();
  const language = useLanguage();
  return useCallback(
    ({ replayed, virtual, decidedBy, decisionReason }: Decided) => {
      if (!replayed) return { who: decidedBy ?? '', why: decisionReason ?? '' };
      // The server keeps the words of a replay in both languages.
      const [en = '', zh = en] = (decisionReason ?? '').split(' · ');
      return { who: t(virtual ? 'crew.virtual' : 'crew'), why: language === 'zh' ? zh : en };
    },
    [t, language],
  );
}

type Decided = Pick<Advice, 'replayed' | 'virtual' | 'decidedBy' | 'decisionReason'>;

import type { ReactNode } from 'react';
import { Change, Measured, useDecider, useVerdict } from '@/shared/advice/outcome';
import type { Advice, AdviceOutcome } from '@/shared/api/contract';
import { formatBrief, formatNumber } from '@/shared/format/number';
import { formatTime } from '@/shared/time/plant-time';
import styles from './advice.module.css';
import { useAdviceText } from './locale/texts';
import { Score } from './score';

/** What came of an advice: the decision, expected beside measured, the verdict, and how its kind fares in all. */
export function Result({ advice }: { advice: Advice }) {
  const t = useAdviceText();
  if (advice.state === 'PROPOSED')
    return (
      <>
        <p className="t3 small">{t('result.open')}</p>
        <Score advice={advice} />
      </>
    );
  return (
    <>
      <Decided advice={advice} />
      {advice.outcome ? <Outcome advice={advice} outcome={advice.outcome} /> : <Waiting advice={advice} />}
      <Score advice={advice} />
    </>
  );
}

function Decided({ advice }: { advice: Advice }) {
  const t = useAdviceText();
  const decider = useDecider();
  if (!advice.decidedAt)
    return <p className="t2 small">{t('result.expired', { time: formatTime(advice.expiresAt) })}</p>;
  const { who, why } = decider(advice);
  const state = advice.state === 'EVALUATED' ? 'ACCEPTED' : advice.state;
  return (
    <p className="t2 small">
      {t('result.decided', { time: formatTime(advice.decidedAt), who, state: t(`state.${state}`) })}{' '}
      {why && t('result.reason', { reason: why })}
      {advice.replayed && ` (${t('result.replayed')})`}
    </p>
  );
}

function Waiting({ advice }: { advice: Advice }) {
  const t = useAdviceText();
  if (advice.state !== 'ACCEPTED') return null;
  return (
    <p className="t3 small">
      {t('result.waiting', { hours: formatNumber(advice.expected.horizonHours, 0) })}
    </p>
  );
}

interface OutcomeProps {
  advice: Advice;
  outcome: AdviceOutcome;
}

function Outcome({ advice, outcome }: OutcomeProps) {
  const t = useAdviceText();
  const { expected } = advice;
  const { word, sentence } = useVerdict()(outcome);
  return (
    <>
      <table className={styles.inputs} aria-label={t('step.result')}>
        <tbody>
          <Row name={t('result.expected')}>
            <Change {...expected} />
          </Row>
          <Row name={t('result.measured')}>
            <Measured outcome={outcome} interval />
          </Row>
          <Course advice={advice} outcome={outcome} />
        </tbody>
      </table>
      <p className="small">
        <b>{word}</b> <span className="t2">{sentence}</span>
      </p>
    </>
  );
}

/** What the verdict rests on; rows that were not measured are left out. */
function Course({ advice, outcome }: OutcomeProps) {
  const t = useAdviceText();
  const { before, after, peers, peersChange, settingAfter, unit, from, to } = outcome;
  return (
    <>
      {before != null && after != null && (
        <Row name={t('result.course')}>
          {formatNumber(before)} → {formatNumber(after)} <Unit>{unit}</Unit>
        </Row>
      )}
      {peersChange != null && (
        <Row name={t('result.peers', { count: peers })}>
          {formatBrief(peersChange)} <Unit>{unit}</Unit>
        </Row>
      )}
      {settingAfter != null && (
        <Row name={t('result.setting')}>
          {formatNumber(settingAfter)} <Unit>{advice.unit}</Unit>
        </Row>
      )}
      <Row name={t('result.window')}>
        {formatTime(from)} – {formatTime(to)}
      </Row>
    </>
  );
}

const Unit = ({ children }: { children: string }) => <span className="unit">{children}</span>;

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row" className="t2">
        {name}
      </th>
      <td className="right">{children}</td>
    </tr>
  );
}

import { Change, Measured, useDecider, useVerdict } from '@/shared/advice/outcome';
import type { Advice, Pot, PotResult } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { AppLink } from '@/shared/nav/app-link';
import { usePotlineText } from './locale/texts';
import styles from './potline.module.css';

/** How the interval was hit, as a share of those that are measured. */
export function useHits(pot: Pot) {
  const t = usePotlineText();
  const measured = pot.results.filter(one => one.measured != null);
  if (measured.length === 0) return undefined;
  return t('results.hits', { hits: measured.filter(one => one.inside).length, count: measured.length });
}

/** Measured beside expected of the advice that was accepted, also when it failed. */
export function Results({ pot, most }: { pot: Pot; most?: number }) {
  const t = usePotlineText();
  if (pot.results.length === 0) return <p className="t3 small">{t('results.none')}</p>;
  return (
    <table className={styles.results} aria-label={t('step.result')}>
      <thead>
        <tr>
          <th scope="col">{t('column.date')}</th>
          <th scope="col">{t('column.advice')}</th>
          <th scope="col" className="right">
            {t('column.expected')}
          </th>
          <th scope="col" className="right">
            {t('column.measured')}
          </th>
        </tr>
      </thead>
      {pot.results.slice(0, most).map(one => (
        <Result
          key={`${one.adviceId}-${one.date}`}
          result={one}
          advice={pot.advice.find(given => given.id === one.adviceId)}
        />
      ))}
    </table>
  );
}

/** Expected beside measured, and below them the verdict in words. */
function Result({ result, advice }: { result: PotResult; advice: Advice | undefined }) {
  const say = useSay();
  const setting = advice && `${formatNumber(advice.from)} → ${formatNumber(advice.to)} ${advice.unit}`;
  const title = advice ? `${say(advice.title)} ${setting}` : say(result.advice);
  const { expected, unit, outcome } = result;
  return (
    <tbody>
      <tr>
        <td className="t3">{result.date.slice(5)}</td>
        <td className="ellipsis" title={title}>
          {advice ? (
            <AppLink to={`/advice?state=${advice.state}&id=${advice.id}&asset=${advice.assetId}`}>
              {setting}
            </AppLink>
          ) : (
            title
          )}
        </td>
        <td className="right">
          <Change change={expected} low={advice?.expected.low} high={advice?.expected.high} unit={unit} />
        </td>
        <td className="right">
          <Measured outcome={outcome} />
        </td>
      </tr>
      <Verdict result={result} advice={advice} />
    </tbody>
  );
}

function Verdict({ result, advice }: { result: PotResult; advice: Advice | undefined }) {
  const decider = useDecider();
  const verdict = useVerdict();
  const { outcome, replayed, virtual } = result;
  const { who } = decider({ ...advice, replayed, virtual: virtual ?? false });
  const said = outcome && verdict(outcome);
  if (!who && !said) return null;
  return (
    <tr className={styles.verdict}>
      <td />
      <td colSpan={3} className="ellipsis" title={said?.sentence}>
        {[who, said?.word].filter(Boolean).join(' · ')} <span className="t3">{said?.sentence}</span>
      </td>
    </tr>
  );
}

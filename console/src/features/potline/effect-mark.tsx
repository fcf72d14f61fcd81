import type { Advice } from '@/shared/api/contract';
import { formatBrief } from '@/shared/format/number';
import { usePotlineText } from './locale/texts';

const WIDTH = 64;
const MARGIN = 3;

/** The expected effect as a dot with its 10–90 % interval about zero in the middle. */
export function EffectMark({ expected }: { expected: Advice['expected'] }) {
  const t = usePotlineText();
  const { change, low, high } = expected;
  const most = Math.max(Math.abs(low), Math.abs(high), Math.abs(change)) || 1;
  const x = (value: number) => MARGIN + ((value + most) / (2 * most)) * (WIDTH - 2 * MARGIN);
  return (
    <svg
      width={WIDTH}
      height={14}
      viewBox={`0 0 ${WIDTH} 14`}
      role="img"
      aria-label={t('effect.interval', { low: formatBrief(low), high: formatBrief(high) })}
    >
      <path d={`M${WIDTH / 2} 1V13`} stroke="var(--line)" />
      <path d={`M${x(low)} 7H${x(high)}`} stroke="var(--series-1)" strokeWidth={1.5} />
      <circle cx={x(change)} cy={7} r={3} fill="var(--series-1)" />
    </svg>
  );
}

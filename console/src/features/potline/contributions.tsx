import { useRef } from 'react';
import type { Pot } from '@/shared/api/contract';
import { formatSigned } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useSize } from '@/shared/ui/use-size';
import { usePotlineText } from './locale/texts';
import styles from './potline.module.css';

const MOST = 6;
const HEAD = 20;
const DIGITS = 34;

/** What moves the prediction, largest first: bars about zero. */
export function Contributions({ explanation }: { explanation: Pot['explanation'] }) {
  const t = usePotlineText();
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const rows = [...explanation]
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, MOST);
  if (rows.length === 0) return <p className={styles.none}>{t('contributions.none')}</p>;
  const sum = explanation.reduce((total, one) => total + one.contribution, 0);
  const names = Math.min(150, Math.max(96, width * 0.36));
  const min = Math.min(0, ...rows.map(row => row.contribution));
  const max = Math.max(0, ...rows.map(row => row.contribution));
  const span = max - min || 1;
  const left = names + (min < 0 ? DIGITS : 6);
  const room = Math.max(20, width - left - (max > 0 ? DIGITS : 6));
  const x = (value: number) => left + ((value - min) / span) * room;
  const each = Math.min(34, (height - HEAD) / rows.length);
  return (
    <div className={styles.bars} ref={box}>
      <svg width={width} height={height} role="img" aria-label={t('contributions')}>
        <text className={styles.caption} x={0} y={11}>
          {t('contributions.sum', { sum: formatSigned(sum, 1), unit: rows[0]?.unit ?? '' })}
        </text>
        {rows.map((row, i) => {
          const y = HEAD + i * each + each / 2;
          const right = row.contribution >= 0;
          const name = say(row.label);
          return (
            <g key={name}>
              <title>{`${name} ${formatSigned(row.contribution)} ${row.unit}`}</title>
              <text className={styles.caption} x={0} y={y + 4}>
                {cut(name, names)}
              </text>
              <rect
                x={Math.min(x(0), x(row.contribution))}
                y={y - 5}
                width={Math.abs(x(row.contribution) - x(0))}
                height={10}
                rx={1}
                fill={right ? 'var(--series-1)' : 'var(--process-outline)'}
              />
              <text
                className={styles.digits}
                x={x(row.contribution) + (right ? 4 : -4)}
                y={y + 4}
                textAnchor={right ? 'start' : 'end'}
              >
                {formatSigned(row.contribution, 1)}
              </text>
            </g>
          );
        })}
        <path d={`M${x(0)} ${HEAD - 2}V${HEAD + each * rows.length}`} stroke="var(--line-strong)" />
      </svg>
    </div>
  );
}

/** SVG has no ellipsis of its own: letters of Chinese are about twice as wide. */
function cut(name: string, width: number) {
  let used = 0;
  for (const [i, letter] of [...name].entries()) {
    used += letter > '\u2e80' ? 12 : 6.6;
    if (used > width - 8) return `${[...name].slice(0, i).join('')}…`;
  }
  return name;
}

import type { ReactNode } from 'react';
import { PriorityShape } from '@/shared/ui/priority-mark';
import { useSharedText } from '@/shared/locale/texts';
import { usePotlineText } from './locale/texts';
import type { PotCounts } from './pots';
import { DEVIATION, NOISE, type View } from './scales';
import styles from './potline.module.css';

const PRIORITIES = [1, 2, 3] as const;

function Swatch({ children, width = 11 }: { children: ReactNode; width?: number }) {
  return (
    <svg width={width} height={16} viewBox={`0 0 ${width} 16`} aria-hidden>
      {children}
    </svg>
  );
}

const SAMPLES = {
  normal: <rect width={11} height={16} rx={1.5} fill="var(--process-rest)" />,
  advice: (
    <>
      <rect width={11} height={16} rx={1.5} fill="var(--process-rest)" />
      <path d="M4.5 0H9a2 2 0 0 1 2 2V6.5Z" fill="var(--accent)" />
    </>
  ),
  anodeChange: (
    <>
      <rect width={11} height={16} rx={1.5} fill="var(--process-rest)" />
      <rect x={2} y={12} width={7} height={2} fill="var(--text-primary)" />
    </>
  ),
  tap: (
    <>
      <rect width={11} height={16} rx={1.5} fill="var(--process-rest)" />
      <rect x={4} y={12} width={3} height={2} fill="var(--text-primary)" />
    </>
  ),
  startUp: (
    <rect
      x={0.5}
      y={0.5}
      width={10}
      height={15}
      rx={1.5}
      fill="var(--process-stopped)"
      stroke="var(--process-outline)"
      strokeDasharray="2 2"
    />
  ),
  stopped: (
    <>
      <rect
        x={0.5}
        y={0.5}
        width={10}
        height={15}
        rx={1.5}
        fill="var(--process-stopped)"
        stroke="var(--process-outline)"
      />
      <path d="M1 15L10 1" stroke="var(--process-outline)" />
    </>
  ),
  stale: (
    <rect
      x={0.5}
      y={0.5}
      width={10}
      height={15}
      rx={1.5}
      fill="url(#pot-stale)"
      stroke="var(--process-outline)"
    />
  ),
};

/** What the marks of the map mean, and how many pots carry each. */
export function MapLegend({ counts, view }: { counts: PotCounts; view: View }) {
  const t = usePotlineText();
  const shared = useSharedText();
  if (view !== 'state') return <Scale view={view} />;
  const entry = (name: keyof typeof SAMPLES) => (
    <span key={name} className={styles.key}>
      <Swatch>{SAMPLES[name]}</Swatch> {t(`legend.${name}`)} <b>{counts[name]}</b>
    </span>
  );
  return (
    <>
      {entry('normal')}
      {PRIORITIES.map(priority => (
        <span key={priority} className={styles.key}>
          <Swatch width={16}>
            <PriorityShape priority={priority} x={8} y={8} size={12} />
          </Swatch>{' '}
          {shared(`priority.${priority}`)} <b>{counts.priority[priority]}</b>
        </span>
      ))}
      {(['advice', 'anodeChange', 'tap', 'startUp', 'stopped', 'stale'] as const)
        .filter(name => name === 'advice' || counts[name] > 0)
        .map(entry)}
    </>
  );
}

function Scale({ view }: { view: Exclude<View, 'state'> }) {
  const t = usePotlineText();
  const diverging = view === 'temperature';
  const steps = diverging ? 7 : 6;
  const family = diverging ? 'diverging' : 'sequential';
  return (
    <>
      <span>{t(`scale.${view}`)}</span>
      <span className={styles.key}>
        {diverging ? `\u2212${DEVIATION}` : NOISE.low}
        <span className={styles.scale}>
          {Array.from({ length: steps }, (_, i) => (
            <i key={i} style={{ background: `var(--${family}-${i + 1})` }} />
          ))}
        </span>
        {diverging ? `+${DEVIATION} °C` : `${NOISE.high} mV`}
      </span>
      <span className={styles.key}>
        <Swatch>{SAMPLES.advice}</Swatch> {t('legend.advice')}
      </span>
      <span className={styles.key}>
        <Swatch>{SAMPLES.stale}</Swatch> {t('legend.unknown')}
      </span>
    </>
  );
}

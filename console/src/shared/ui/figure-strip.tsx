import type { ReactNode } from 'react';
import { AppLink } from '@/shared/nav/app-link';
import { formatNumber } from '@/shared/format/number';
import { Sparkline } from './sparkline';
import styles from './figure-strip.module.css';

export interface StripFigure {
  key: string;
  label: string;
  value: number | string | null | undefined;
  digits?: number;
  unit?: string;
  /** What the number is measured against. */
  note?: ReactNode;
  spark?: readonly (number | null)[];
  /** Page that explains the figure. */
  link?: string | null;
}

interface Props {
  figures: readonly StripFigure[];
  label: string;
  /** Makes the first figure larger. */
  hero?: boolean;
  /** 58 px instead of 84: the note stands beside the label. */
  compact?: boolean;
}

function Figure({ figure, compact }: { figure: StripFigure; compact?: boolean }) {
  const text = typeof figure.value === 'string' ? figure.value : formatNumber(figure.value, figure.digits);
  return (
    <>
      <div className={styles.label}>
        {figure.label}
        {compact && figure.note && <span className={styles.aside}>{figure.note}</span>}
      </div>
      <div className={styles.number}>
        {text}
        {figure.unit && <span className="unit">{figure.unit}</span>}
      </div>
      {!compact && <div className={styles.note}>{figure.note}</div>}
      {figure.spark && (
        <div className={styles.spark}>
          <Sparkline values={figure.spark} width={88} height={34} />
        </div>
      )}
    </>
  );
}

/** Five or six figures that say the state of the page's subject. */
export function FigureStrip({ figures, label, hero, compact }: Props) {
  return (
    <section
      className={[styles.strip, hero && styles.hero, compact && styles.compact].filter(Boolean).join(' ')}
      aria-label={label}
    >
      {figures.map(figure =>
        figure.link ? (
          <AppLink key={figure.key} className={styles.cell} to={figure.link}>
            <Figure figure={figure} compact={compact} />
          </AppLink>
        ) : (
          <div key={figure.key} className={styles.cell}>
            <Figure figure={figure} compact={compact} />
          </div>
        ),
      )}
    </section>
  );
}

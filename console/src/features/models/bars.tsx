import { digitsFor, formatNumber, formatSigned } from '@/shared/format/number';
import styles from './models.module.css';

export interface Bar {
  key: string;
  name: string;
  value: number;
  unit?: string;
  /** Grey words behind the name. */
  note?: string;
}

interface Props {
  label: string;
  rows: readonly Bar[];
  empty: string;
  /** Values have a sign: bars about zero. */
  signed?: boolean;
}

/** Bars from zero, largest first; scrolls when there are more than fit. */
export function Bars({ label, rows, empty, signed = false }: Props) {
  if (rows.length === 0) return <p className={styles.none}>{empty}</p>;
  const ordered = [...rows].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const most = Math.max(...ordered.map(row => Math.abs(row.value))) || 1;
  const digits = Math.min(2, digitsFor(most + 0.001));
  const share = (value: number) => (Math.abs(value) / most) * (signed ? 50 : 100);
  return (
    <ul className={styles.bars} aria-label={label}>
      {ordered.map(({ key, name, value, unit, note }) => (
        <li key={key} title={`${name} ${formatNumber(value)} ${unit ?? ''}`}>
          <span className="ellipsis">
            {name} <span className="t3">{note}</span>
          </span>
          <span className={styles.track}>
            {signed && <b />}
            <i
              className={signed && value < 0 ? styles.negative : undefined}
              style={{
                width: `${share(value)}%`,
                left: signed ? `${value < 0 ? 50 - share(value) : 50}%` : 0,
              }}
            />
          </span>
          <span className="right">
            {signed ? formatSigned(value, digits) : formatNumber(value, digits)}{' '}
            <span className="unit">{unit}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

import styles from './segmented.module.css';

interface Props<T extends string> {
  options: readonly { value: T; label: string }[];
  value: T | undefined;
  onChange(value: T): void;
  /** What is chosen here, for screen readers. */
  label: string;
}

/** A row of choices of which one is on. */
export function Segmented<T extends string>({ options, value, onChange, label }: Props<T>) {
  return (
    <div className={styles.segmented} role="group" aria-label={label}>
      {options.map(option => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

import { createContext, type ReactNode, useContext, useId } from 'react';
import type { StreamFault } from '@/shared/api/contract';
import styles from './streams.module.css';

/** What the server finds wrong with the draft now. */
export const FaultContext = createContext<StreamFault | null>(null);

/** The fault of a field, or of a part of it. */
function useFault(path: string) {
  const fault = useContext(FaultContext);
  const field = fault?.field ?? '';
  return field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`) ? fault : null;
}

interface Props {
  label: string;
  /** Path of the field in the definition. */
  path: string;
  hint?: string;
  children: ReactNode;
}

/** A labelled field with what is wrong with it below. */
export function Field({ label, path, hint, children }: Props) {
  const id = useId();
  const fault = useFault(path);
  return (
    <div
      className={fault ? `${styles.field} ${styles.faulty}` : styles.field}
      role="group"
      aria-labelledby={id}
    >
      <span id={id} className={styles.label}>
        {label}
      </span>
      <div className={styles.control}>
        {children}
        {fault ? (
          <p className={styles.fault} role="alert">
            {fault.found}
            {' · '}
            {fault.remedy}
          </p>
        ) : (
          hint && <p className={styles.hint}>{hint}</p>
        )}
      </div>
    </div>
  );
}

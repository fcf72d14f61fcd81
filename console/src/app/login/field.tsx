import { type InputHTMLAttributes, useId } from 'react';
import styles from './login.module.css';

/** A labelled input of the pages before the frame. */
export function Field({ label, ...rest }: InputHTMLAttributes<HTMLInputElement> & { label: string }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input id={id} {...rest} />
    </div>
  );
}

import type { ButtonHTMLAttributes, Ref } from 'react';
import styles from './button.module.css';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** primary: the one main action of a page; text: no frame; danger: cannot be undone. */
  kind?: 'plain' | 'primary' | 'text' | 'danger';
  /** The key that does the same, printed on the button. */
  keys?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button in control-room density (26 px). */
export function Button({ kind = 'plain', keys, className, children, ...rest }: Props) {
  return (
    <button
      type="button"
      className={[styles.button, styles[kind], className].filter(Boolean).join(' ')}
      {...rest}
    >
      {children}
      {keys && <kbd aria-hidden>{keys}</kbd>}
    </button>
  );
}

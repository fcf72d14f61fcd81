import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

interface Props {
  title: string;
  /** 1 state, 2 why, 3 what to do, 4 what came of it. */
  step?: 1 | 2 | 3 | 4;
  /** Grey words beside the title; give way first when space is short. */
  meta?: ReactNode;
  /** Controls at the right of the header. */
  actions?: ReactNode;
  /** Legend and keys. */
  footer?: ReactNode;
  className?: string;
  /** true: the body has padding and scrolls when it must; default: the body is a stage that children fill. */
  padded?: boolean;
  children: ReactNode;
}

/** A framed part of a page with a header of 36 px; the body takes the space that is left. */
export function Panel({ title, step, meta, actions, footer, className, padded, children }: Props) {
  const id = useId();
  return (
    <section className={[styles.panel, className].filter(Boolean).join(' ')} aria-labelledby={id}>
      <header className={styles.header}>
        {step && <span className={styles.step}>{step}</span>}
        <h2 id={id}>{title}</h2>
        {meta !== undefined && <span className={styles.meta}>{meta}</span>}
        <span className="space" />
        {actions}
      </header>
      <div className={padded ? `${styles.body} ${styles.padded}` : styles.body}>{children}</div>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </section>
  );
}

import { type ReactNode, useEffect, useRef } from 'react';
import { useTitle } from './title';
import styles from './page.module.css';

interface Props {
  /** A noun of one or two words. */
  title: string;
  /** The state in words and money, not a slogan. */
  sentence?: ReactNode;
  /** View switch and the one primary action. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page: title row of 48 px, then a column that fills the window and does not scroll. */
export function Page({ title, sentence, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <main className={styles.page} id="page">
      <div className={styles.title}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <span className={styles.sentence}>{sentence}</span>
        <span className="space" />
        {actions}
      </div>
      {children}
    </main>
  );
}

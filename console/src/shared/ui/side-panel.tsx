import type { ReactNode } from 'react';
import { useKeys } from '@/shared/keys/keys';
import { useSharedText } from '@/shared/locale/texts';
import { Button } from './button';
import styles from './side-panel.module.css';

interface Props {
  title: ReactNode;
  /** Chips beside the title. */
  marks?: ReactNode;
  onClose(): void;
  actions?: ReactNode;
  children: ReactNode;
}

/** Detail at the right of a page (31 %, 440–580 px). Put it as the second child of a SplitPage. */
export function SidePanel({ title, marks, onClose, actions, children }: Props) {
  const t = useSharedText();
  useKeys([{ keys: 'Esc', label: t('key.back'), act: onClose }]);
  return (
    <aside className={styles.side}>
      <header>
        <h2>{title}</h2>
        {marks}
        <span className="space" />
        {actions}
        <Button kind="text" aria-label={t('action.close')} onClick={onClose}>
          {'✕'}
        </Button>
      </header>
      <div className={styles.body}>{children}</div>
    </aside>
  );
}

/** Main part and, when open, the side panel beside it. */
export function SplitPage({ children, side }: { children: ReactNode; side?: ReactNode }) {
  return (
    <div className={side ? `${styles.split} ${styles.open}` : styles.split}>
      <div className={styles.main}>{children}</div>
      {side}
    </div>
  );
}

interface StepProps {
  step: 1 | 2 | 3 | 4;
  title: string;
  meta?: ReactNode;
  children?: ReactNode;
}

/** One of the four numbered parts of a side panel: state → why → what to do → what came of it. */
export function Step({ step, title, meta, children }: StepProps) {
  return (
    <section className={styles.step}>
      <span className={styles.number}>{step}</span>
      <h3>
        {title} {meta && <span className={styles.meta}>{meta}</span>}
      </h3>
      {children}
    </section>
  );
}

import { useEffect, useState } from 'react';
import { Button } from '@/shared/ui/button';
import { useAppText } from '../locale/texts';
import styles from './login.module.css';

/** Before the first answer: nothing for 200 ms, then a word; without a server the reason and a button. */
export function Waiting({ offline, onRetry }: { offline?: boolean; onRetry?: () => void }) {
  const t = useAppText();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  if (!offline)
    return <div className={styles.waiting}>{late && <span role="status">{t('waiting')}</span>}</div>;
  return (
    <div className={styles.waiting} role="alert">
      <b>{t('waiting.offline')}</b>
      <span>{t('waiting.offline.detail')}</span>
      <Button onClick={onRetry}>{t('waiting.retry')}</Button>
    </div>
  );
}

import { useSay } from '@/shared/i18n/i18n';
import { useSession } from '@/shared/session/session';
import { useAppText } from '../locale/texts';
import styles from './banner.module.css';

/** Says on every page that this is a demonstration, or what the server wants everybody to know. */
export function Banner() {
  const session = useSession();
  const t = useAppText();
  const say = useSay();
  const words = say(session.banner) || (session.mode === 'demo' ? t('banner.demo') : '');
  if (!words) return null;
  return (
    <div className={styles.banner} role="note" aria-label={t('banner.label')}>
      {words}
    </div>
  );
}

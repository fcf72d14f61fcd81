import { type SyntheticEvent, useState } from 'react';
import { api, ApiError } from '@/shared/api/client';
import { useSessionState } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { useTitle } from '@/shared/ui/title';
import { useAppText } from '../locale/texts';
import { Field } from './field';
import styles from './login.module.css';

const SHORTEST = 10;

/** A password of the person's own, asked at the first login. */
export default function ChangePasswordPage() {
  const t = useAppText();
  const { refresh, logout } = useSessionState();
  useTitle(t('password.title'));
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <h1>{t('password.title')}</h1>
        <p className="t2">{t('password.due')}</p>
        <PasswordForm onDone={() => void refresh()} />
        <Button kind="text" onClick={() => void logout()}>
          {t('top.logout')}
        </Button>
      </div>
    </main>
  );
}

export function PasswordForm({ onDone }: { onDone(): void }) {
  const t = useAppText();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');
  const submit = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const current = String(form.get('current'));
    const next = String(form.get('next'));
    if (next !== form.get('again')) return setWrong(t('password.differ'));
    if (next === current) return setWrong(t('password.same'));
    setBusy(true);
    setWrong('');
    try {
      await api.put('/api/session/password', { body: { current, next } });
      onDone();
    } catch (error) {
      setWrong(error instanceof ApiError ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={event => void submit(event)}>
      <Field
        label={t('password.current')}
        name="current"
        type="password"
        autoComplete="current-password"
        required
      />
      <Field
        label={t('password.next')}
        name="next"
        type="password"
        autoComplete="new-password"
        minLength={SHORTEST}
        required
      />
      <Field
        label={t('password.again')}
        name="again"
        type="password"
        autoComplete="new-password"
        minLength={SHORTEST}
        required
      />
      <div className="t3 small">{t('password.rule')}</div>
      <div role="alert" className={styles.wrong}>
        {wrong}
      </div>
      <Button type="submit" kind="primary" className={styles.submit} disabled={busy}>
        {t('password.submit')}
      </Button>
    </form>
  );
}

import { type SyntheticEvent, useEffect, useState } from 'react';
import { api, ApiError } from '@/shared/api/client';
import type { About } from '@/shared/api/contract';
import { useSessionState } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { useTitle } from '@/shared/ui/title';
import { BrandMark } from '../frame/icons';
import { LanguageButton, ThemeButton } from '../frame/appearance-buttons';
import { useAppText } from '../locale/texts';
import { Field } from './field';
import styles from './login.module.css';

function useAbout() {
  const [about, setAbout] = useState<About | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    api.get('/api/about', { signal: gone.signal }).then(setAbout, () => undefined);
    return () => gone.abort();
  }, []);
  return about;
}

/** The first page: drawn without the component library, so that it is there at once. */
export function LoginPage({ expired }: { expired: boolean }) {
  const t = useAppText();
  const { login } = useSessionState();
  const about = useAbout();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');
  useTitle(t('login.title'));

  const submit = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setWrong('');
    try {
      await login(String(form.get('username')), String(form.get('password')));
    } catch (error) {
      setBusy(false);
      setWrong(sentence(error, t));
    }
  };

  return (
    <main className={styles.page}>
      <form className={styles.box} onSubmit={event => void submit(event)}>
        <div className={styles.brand}>
          <BrandMark size={32} />
          <h1>
            {t('name')} <span>{t('nameOther')}</span>
          </h1>
          <span className="space" />
          <LanguageButton />
          <ThemeButton />
        </div>
        <p className="t2">{t('login.about')}</p>
        {expired && <p className={styles.note}>{t('login.expired')}</p>}
        <Field label={t('login.user')} name="username" autoComplete="username" autoFocus required />
        <Field
          label={t('login.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <div role="alert" className={styles.wrong}>
          {wrong}
        </div>
        <Button type="submit" kind="primary" className={styles.submit} disabled={busy}>
          {busy ? t('login.busy') : t('login.submit')}
        </Button>
        <div className={styles.foot}>
          <span>{about && t('login.version', { version: about.version })}</span>
          <span>{about?.mode === 'demo' && t('login.demo')}</span>
        </div>
      </form>
    </main>
  );
}

function sentence(error: unknown, t: ReturnType<typeof useAppText>) {
  if (!(error instanceof ApiError)) return String(error);
  if (error.offline) return t('waiting.offline');
  if (error.status === 401) return t('login.wrong');
  if (error.status === 429) return error.problem.detail ?? t('login.throttled');
  return error.message;
}

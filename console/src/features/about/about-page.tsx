import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { QueryView } from '@/shared/ui/states';
import { Licences } from './licences';
import { useAboutText } from './locale/texts';
import { StorePanel } from './store-panel';
import styles from './about.module.css';

/** Which program this is, what it does and does not do, and under which licence. */
export default function AboutPage() {
  const t = useAboutText();
  const query = useQuery({
    queryKey: ['about'],
    queryFn: ({ signal }) => api.get('/api/about', { signal }),
    staleTime: Infinity,
  });
  return (
    <Page title={t('title')} sentence={t('sentence')}>
      <div className={styles.grid}>
        <Panel title={t('build')} padded>
          <QueryView query={query} rows={4}>
            {about => (
              <dl className={styles.facts}>
                <dt>{t('version')}</dt>
                <dd>{about.version}</dd>
                <dt>{t('commit')}</dt>
                <dd>{about.commit || t('commit.none')}</dd>
                <dt>{t('java')}</dt>
                <dd>{about.java}</dd>
                <dt>{t('mode')}</dt>
                <dd>{t(about.mode === 'demo' ? 'mode.demo' : 'mode.normal')}</dd>
              </dl>
            )}
          </QueryView>
        </Panel>
        <Panel title={t('limits')} padded>
          <ul className={styles.list}>
            <li>{t('limits.1')}</li>
            <li>{t('limits.2')}</li>
            <li>{t('limits.3')}</li>
          </ul>
        </Panel>
        <Panel title={t('licence')} padded>
          <p>{t('licence.detail')}</p>
        </Panel>
      </div>
      <StorePanel />
      <Licences />
    </Page>
  );
}

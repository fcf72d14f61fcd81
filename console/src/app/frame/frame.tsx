import { Suspense, useState } from 'react';
import { Outlet } from 'react-router';
import { useKeys } from '@/shared/keys/keys';
import { LiveProvider } from '@/shared/live/live';
import { useAppText } from '../locale/texts';
import { Banner } from './banner';
import { ComponentTheme } from './component-theme';
import { JobStrip } from './job-strip';
import { KeysHelp } from './keys-help';
import { Rail } from './rail';
import { SearchDialog } from './search-dialog';
import { StatusBar } from './status-bar';
import { TopBar } from './top-bar';
import { usePlantZoneOf } from './use-plant-zone-of';
import styles from './frame.module.css';

/** Top bar, rail, page, status bar: the same on every page. */
export default function Frame() {
  const t = useAppText();
  const [searching, setSearching] = useState(false);
  const [helping, setHelping] = useState(false);
  usePlantZoneOf();
  useKeys([
    { keys: '/', label: t('keys.search'), act: () => setSearching(true) },
    { keys: '?', label: t('keys.help'), act: () => setHelping(true) },
  ]);
  return (
    <ComponentTheme>
      <LiveProvider>
        <div className={styles.frame}>
          <a className={styles.skip} href="#page">
            {t('nav.skip')}
          </a>
          <TopBar onSearch={() => setSearching(true)} />
          <Rail />
          <div className={styles.stage}>
            <Banner />
            <div className={styles.page}>
              <Suspense>
                <Outlet />
              </Suspense>
            </div>
            <JobStrip />
          </div>
          <StatusBar onKeys={() => setHelping(true)} />
        </div>
        {searching && <SearchDialog onClose={() => setSearching(false)} />}
        <KeysHelp open={helping} onClose={() => setHelping(false)} />
      </LiveProvider>
    </ComponentTheme>
  );
}

import { useState } from 'react';
import { AssetPicker } from '@/shared/assets/asset-picker';
import { useScope } from '@/shared/assets/assets';
import { AppLink } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { EmptyState, ErrorState } from '@/shared/ui/states';
import { useGenerate } from './api';
import { useSchedulingText } from './locale/texts';
import styles from './scheduling.module.css';

const VIRTUAL = { orders: 700, days: 20, seed: 1 };

/** Nothing is planned yet: a virtual plant can be laid below an asset. */
export function Generate() {
  const t = useSchedulingText();
  const scope = useScope();
  const may = useMay('ENGINEER');
  const [asset, setAsset] = useState<number | null>(scope.assetId);
  const generate = useGenerate();
  const start = () => asset !== null && generate.mutate({ assetId: asset, ...VIRTUAL });
  return (
    <EmptyState
      title={t('none')}
      actions={
        may && (
          <div className={styles.generate} role="group" aria-label={t('generate.where')}>
            <AssetPicker value={asset} onChange={setAsset} />
            <Button kind="primary" onClick={start} disabled={asset === null || generate.isPending}>
              {t('generate')}
            </Button>
            <AppLink to="/scheduling/import">{t('generate.import')}</AppLink>
          </div>
        )
      }
    >
      {t(may ? 'none.detail' : 'none.viewer')}
      {generate.error ? <ErrorState error={generate.error} onRetry={start} /> : null}
    </EmptyState>
  );
}

import { useState } from 'react';
import type { Asset } from '@/shared/api/contract';
import { useAssets, useScope } from '@/shared/assets/assets';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { AppLink } from '@/shared/nav/app-link';
import { Button } from '@/shared/ui/button';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { Panel } from '@/shared/ui/panel';
import { useDeleteAsset, useTemplates } from './api';
import { useAssetsText } from './locale/texts';
import styles from './assets.module.css';

interface Props {
  asset: Asset;
  onEdit?(draft: Asset): void;
}

/** What is known of the asset in view, and the ways on from it. */
export function AssetPanel({ asset, onEdit }: Props) {
  const t = useAssetsText();
  const shared = useSharedText();
  const say = useSay();
  const { tree } = useAssets();
  const [asked, setAsked] = useState(false);
  const path = tree.pathOf(asset.id).slice(0, -1);
  const below = tree.childrenOf(asset.id).length;
  return (
    <Panel
      title={say(asset.name)}
      meta={[shared(`asset.${asset.kind}`), ...path.map(one => say(one.name))].join(' · ')}
      className={styles.detail}
      actions={
        <>
          <AppLink to={`/trends?asset=${asset.id}`}>{t('link.trends')}</AppLink>
          <AppLink to={`/alarms?asset=${asset.id}`}>{t('link.alarms')}</AppLink>
          <AppLink to={`/events?asset=${asset.id}`}>{t('link.events')}</AppLink>
          {onEdit && <Button onClick={() => onEdit(asset)}>{shared('action.edit')}</Button>}
          {onEdit && <Button onClick={() => setAsked(true)}>{shared('action.delete')}</Button>}
        </>
      }
      padded
    >
      <Facts asset={asset} below={below} />
      {asked && <DeleteDialog asset={asset} onClose={() => setAsked(false)} />}
    </Panel>
  );
}

function Facts({ asset, below }: { asset: Asset; below: number }) {
  const t = useAssetsText();
  const say = useSay();
  const templates = useTemplates().data;
  const template = templates?.find(one => one.code === asset.template);
  const facts: [string, string][] = [
    [t('field.code'), asset.code],
    [t('field.below'), String(below)],
    ...(asset.template
      ? [[t('field.template'), say(template?.name) || asset.template] as [string, string]]
      : []),
    ...(asset.position
      ? [
          [
            t('field.position'),
            t('position', { row: asset.position.row, column: asset.position.column }),
          ] as [string, string],
        ]
      : []),
    ...Object.entries(asset.attributes),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt className="t3 small">{term}</dt>
          <dd className="ellipsis" title={value}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function DeleteDialog({ asset, onClose }: { asset: Asset; onClose(): void }) {
  const t = useAssetsText();
  const shared = useSharedText();
  const say = useSay();
  const { setScope } = useScope();
  const remove = useDeleteAsset();
  const confirm = async () => {
    await remove.mutateAsync(asset.id);
    setScope(asset.parentId ?? null);
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t('delete.title', { name: say(asset.name) })}
      okText={shared('action.delete')}
      onConfirm={confirm}
      onClose={onClose}
    >
      {t('delete.detail')}
    </ConfirmDialog>
  );
}

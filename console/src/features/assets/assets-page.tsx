import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Asset, Tag } from '@/shared/api/contract';
import { AssetTreeView } from '@/shared/assets/asset-tree-view';
import { useAssets, useScope } from '@/shared/assets/assets';
import { useTagsById } from '@/shared/assets/tags';
import { useMay, useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { Segmented } from '@/shared/ui/segmented';
import { SplitPage } from '@/shared/ui/side-panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { AssetForm } from './asset-form';
import { AssetPanel } from './asset-panel';
import { emptyAsset, emptyTag } from './drafts';
import { FilesDialog } from './files-dialog';
import { useAssetsText } from './locale/texts';
import { TagForm } from './tag-form';
import { TagPanel } from './tag-panel';
import { TagTable } from './tag-table';
import { TemplatesPanel } from './templates-panel';
import styles from './assets.module.css';

type View = 'tree' | 'templates';

/** The plant as a tree: what there is, what is measured on it, and changes of both. */
export default function AssetsPage() {
  const t = useAssetsText();
  const may = useMay('ENGINEER');
  const seesAll = useSession().user.sites.length === 0;
  const assets = useAssets();
  const [view, setView] = useState<View>('tree');
  const [edited, setEdited] = useState<Asset | null>(null);
  const [files, setFiles] = useState(false);
  const { tree } = assets;
  const count = (kind: string) => tree.all.filter(asset => asset.kind === kind).length;
  return (
    <Page
      title={t('title')}
      sentence={t('sentence', {
        plants: count('PLANT'),
        lines: count('LINE'),
        equipment: count('EQUIPMENT'),
      })}
      actions={
        <>
          <Segmented<View>
            label={t('view')}
            value={view}
            onChange={setView}
            options={[
              { value: 'tree', label: t('view.tree') },
              { value: 'templates', label: t('view.templates') },
            ]}
          />
          {may && <Button onClick={() => setFiles(true)}>{t('files')}</Button>}
          {may && view === 'tree' && <NewAsset onNew={setEdited} />}
        </>
      }
    >
      {view === 'tree' ? (
        <QueryView query={assets} rows={12}>
          {() => <TreeStage may={may} onEdit={setEdited} />}
        </QueryView>
      ) : (
        <TemplatesPanel may={may && seesAll} />
      )}
      {edited && <AssetForm draft={edited} onClose={() => setEdited(null)} />}
      {files && <FilesDialog onClose={() => setFiles(false)} />}
    </Page>
  );
}

function NewAsset({ onNew }: { onNew(draft: Asset): void }) {
  const t = useAssetsText();
  const { asset } = useScope();
  return (
    <Button kind="primary" onClick={() => onNew(emptyAsset(asset))}>
      {t(asset ? 'new.below' : 'new.top')}
    </Button>
  );
}

function TreeStage({ may, onEdit }: { may: boolean; onEdit(draft: Asset): void }) {
  const t = useAssetsText();
  const { tree, assetId, setScope } = useScope();
  const [address, setAddress] = useSearchParams();
  const [edited, setEdited] = useState<Tag | null>(null);
  const asset = tree.find(assetId);
  const chosen = Number(address.get('tag')) || null;
  const tag = useTagsById(chosen ? [chosen] : []).data?.get(chosen ?? 0);
  const choose = (id: number | null) =>
    setAddress(
      old => {
        const next = new URLSearchParams(old);
        if (id === null) next.delete('tag');
        else next.set('tag', String(id));
        return next;
      },
      { replace: true },
    );
  const side = chosen && tag && (
    <TagPanel key={tag.id} tag={tag} onEdit={may ? setEdited : undefined} onClose={() => choose(null)} />
  );
  return (
    <SplitPage side={side || undefined}>
      <div className={styles.stage}>
        <Panel title={t('tree')} meta={t('tree.meta', { count: tree.all.length })}>
          <div className="fill">
            {tree.all.length === 0 ? (
              <EmptyState title={t('none')}>{t('none.detail')}</EmptyState>
            ) : (
              <AssetTreeView tree={tree} selected={assetId} onSelect={setScope} />
            )}
          </div>
        </Panel>
        <div className={styles.right}>
          {asset && <AssetPanel key={asset.id} asset={asset} onEdit={may ? onEdit : undefined} />}
          <TagTable
            key={assetId ?? 0}
            asset={asset}
            selected={chosen}
            onSelect={choose}
            onNew={may && asset ? () => setEdited(emptyTag(asset)) : undefined}
          />
        </div>
      </div>
      {edited && <TagForm tag={edited} onClose={() => setEdited(null)} />}
    </SplitPage>
  );
}

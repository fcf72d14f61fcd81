import { Popover } from 'antd';
import { Fragment, useState } from 'react';
import { AssetTreeView } from '@/shared/assets/asset-tree-view';
import { useScope } from '@/shared/assets/assets';
import { useSay } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/button';
import { useAppText } from '../locale/texts';
import styles from './scope-picker.module.css';

/** Where am I: group / plant / line / equipment. Opens the asset tree. */
export function ScopePicker() {
  const t = useAppText();
  const say = useSay();
  const { assetId, path, tree, setScope } = useScope();
  const [open, setOpen] = useState(false);
  const names =
    path.length > 0 ? path.slice(-3).map(asset => say(asset.name)) : [t('top.group'), t('top.allSites')];
  const choose = (id: number | null) => {
    setScope(id);
    setOpen(false);
  };
  const content = (
    <div className={styles.content}>
      <AssetTreeView tree={tree} selected={assetId} onSelect={choose} autoFocus />
      <footer>
        <Button kind="text" onClick={() => choose(null)}>
          {t('top.scopeAll')}
        </Button>
      </footer>
    </div>
  );
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={content}
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      styles={{ container: { padding: 0 } }}
    >
      <button
        type="button"
        className={styles.scope}
        aria-haspopup="tree"
        aria-expanded={open}
        aria-label={`${t('top.scope')}: ${names.join(' / ')}`}
      >
        {names.map((name, i) => (
          <Fragment key={i}>
            {i > 0 && <em>/</em>}
            {i === names.length - 1 ? <b>{name}</b> : <em>{name}</em>}
          </Fragment>
        ))}
        <em aria-hidden>▾</em>
      </button>
    </Popover>
  );
}

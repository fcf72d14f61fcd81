import { Tree } from 'antd';
import type { Key } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { BrowseNode } from '@/shared/api/contract';
import { AssetPicker } from '@/shared/assets/asset-picker';
import { useScope } from '@/shared/assets/assets';
import { Button } from '@/shared/ui/button';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { useSize } from '@/shared/ui/use-size';
import { useBrowse, useImportNodes } from './api';
import { ImportOutcome } from './import-outcome';
import { useConnectionsText } from './locale/texts';
import { type Branch, branchesOf, isWithin, withChildren } from './tree';
import styles from './connections.module.css';

interface Props {
  id: number;
  /** A broker has no tree: what was heard since the start is shown as one, and grows. */
  heard: boolean;
}

/** The server's own tree, opened folder by folder; what is ticked becomes tags of an asset, folders with all below. */
export function ConnectionBrowse({ id, heard }: Props) {
  const t = useConnectionsText();
  const { assetId } = useScope();
  const browse = useBrowse(id, heard ? 0 : 30_000);
  const bring = useImportNodes(id);
  const [roots, setRoots] = useState<readonly Branch[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [target, setTarget] = useState<number | null>(assetId);
  const [tries, setTries] = useState(0);
  const ask = useRef(browse);
  useEffect(() => {
    ask.current = browse;
  });
  useEffect(() => {
    let here = true;
    ask.current(null).then(
      nodes => here && setRoots(branchesOf(nodes)),
      (failed: unknown) => here && setError(failed),
    );
    return () => {
      here = false;
    };
  }, [id, tries]);

  const open = async (key: string) => {
    try {
      const children = branchesOf(await browse(key));
      setRoots(old => withChildren(old ?? [], key, children));
      setError(null);
    } catch (failed) {
      setError(failed);
    }
  };
  const retry = () => {
    setError(null);
    setRoots(null);
    setTries(old => old + 1);
  };
  if (!roots) return error ? <ErrorState error={error} onRetry={retry} /> : <LoadingState />;
  const nodes = ticked.filter(one => !isWithin(roots, one, ticked));
  return (
    <div className={styles.stage}>
      <div className={styles.tools}>
        <span className="t2 small">{t('browse.target')}</span>
        <div className={styles.target}>
          <AssetPicker value={target} onChange={setTarget} />
        </div>
        <Button
          kind="primary"
          disabled={nodes.length === 0 || target === null || bring.isPending}
          onClick={() => target !== null && bring.mutate({ nodes, assetId: target, recursive: true })}
        >
          {t(bring.isPending ? 'browse.importing' : 'browse.import', { count: nodes.length })}
        </Button>
        {heard && <Button onClick={retry}>{t('heard.again')}</Button>}
        <span className="t3 small ellipsis">{t(heard ? 'heard.hint' : 'browse.hint')}</span>
      </div>
      {error ? <ErrorState error={error} /> : null}
      {bring.error ? <ErrorState error={bring.error} /> : null}
      {bring.data && <ImportOutcome outcome={bring.data} />}
      {heard && roots.length === 0 && (
        <EmptyState title={t('heard.none')}>{t('heard.none.detail')}</EmptyState>
      )}
      <ServerTree roots={roots} ticked={ticked} onTick={setTicked} onOpen={open} />
    </div>
  );
}

interface TreeProps {
  roots: readonly Branch[];
  ticked: readonly string[];
  onTick(keys: readonly string[]): void;
  onOpen(key: string): Promise<void>;
}

function ServerTree({ roots, ticked, onTick, onOpen }: TreeProps) {
  const t = useConnectionsText();
  const box = useRef<HTMLDivElement>(null);
  const { height } = useSize(box);
  const keysOf = (keys: Key[] | { checked: Key[] }) =>
    (Array.isArray(keys) ? keys : keys.checked).map(String);
  return (
    <div className={styles.tree} ref={box}>
      <Tree<Branch>
        aria-label={t('view.browse')}
        checkable
        checkStrictly
        blockNode
        selectable={false}
        height={height || 300}
        itemHeight={24}
        treeData={[...roots]}
        checkedKeys={[...ticked]}
        onCheck={keys => onTick(keysOf(keys))}
        loadData={branch => (branch.children ? Promise.resolve() : onOpen(branch.key))}
        titleRender={branch => <NodeTitle node={branch.node} />}
      />
    </div>
  );
}

function NodeTitle({ node }: { node: BrowseNode }) {
  const t = useConnectionsText();
  return (
    <span className={styles.node} title={node.nodeId}>
      <span className={node.kind === 'FOLDER' ? 'bold' : undefined}>{node.displayName}</span>
      {node.displayName !== node.browseName && <span className="t3 small">{node.browseName}</span>}
      {node.dataType && <span className="t3 small">{node.dataType}</span>}
      {node.unit && <span className="t3 small">{node.unit}</span>}
      {node.sample && <span className="t2 small">{node.sample}</span>}
      {node.tagId && <span className="chip">{t('browse.linked')}</span>}
      {node.refusal && <span className="t2 small">{node.refusal}</span>}
    </span>
  );
}

import { Tree } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { Asset } from '@/shared/api/contract';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { useSize } from '@/shared/ui/use-size';
import type { AssetTree } from './assets';
import styles from './asset-tree-view.module.css';

interface Node {
  key: number;
  title: string;
  children: Node[];
}

function build(
  tree: AssetTree,
  parent: number | null,
  say: (text: Asset['name']) => string,
  kept: ReadonlySet<number> | null,
): Node[] {
  return tree
    .childrenOf(parent)
    .filter(asset => !kept || kept.has(asset.id))
    .map(asset => ({ key: asset.id, title: say(asset.name), children: build(tree, asset.id, say, kept) }));
}

/** The assets that match the words, with everything above them. */
export function matching(tree: AssetTree, text: string) {
  const word = text.trim().toLowerCase();
  if (!word) return null;
  const kept = new Set<number>();
  for (const asset of tree.all) {
    const named = `${asset.name.zh} ${asset.name.en} ${asset.code}`.toLowerCase();
    if (named.includes(word)) tree.pathOf(asset.id).forEach(one => kept.add(one.id));
  }
  return kept;
}

interface Props {
  tree: AssetTree;
  selected: number | null;
  onSelect(id: number): void;
  autoFocus?: boolean;
}

/** Asset tree with a filter; only visible rows are drawn, so thousands of assets stay quick. Fills its parent. */
export function AssetTreeView({ tree, selected, onSelect, autoFocus }: Props) {
  const t = useSharedText();
  const say = useSay();
  const [filter, setFilter] = useState('');
  const [opened, setOpened] = useState<number[] | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { height } = useSize(box);
  const kept = useMemo(() => matching(tree, filter), [tree, filter]);
  const nodes = useMemo(() => build(tree, null, say, kept), [tree, say, kept]);
  const expanded = kept
    ? [...kept]
    : (opened ?? tree.all.filter(asset => asset.kind !== 'LINE').map(asset => asset.id));
  return (
    <div className={styles.box}>
      <input
        className={styles.filter}
        type="search"
        autoFocus={autoFocus}
        value={filter}
        placeholder={t('asset.filter')}
        aria-label={t('asset.filter')}
        onChange={event => setFilter(event.target.value)}
      />
      <div className={styles.tree} ref={box}>
        <Tree
          aria-label={t('asset.tree')}
          treeData={nodes}
          height={height || 400}
          itemHeight={24}
          blockNode
          expandedKeys={expanded}
          onExpand={keys => setOpened(keys.map(Number))}
          selectedKeys={selected === null ? [] : [selected]}
          onSelect={(_, { node }) => onSelect(Number(node.key))}
        />
      </div>
    </div>
  );
}

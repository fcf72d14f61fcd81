import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { type AssetTree, useAssets } from './assets';

interface Node {
  value: number;
  title: string;
  words: string;
  children: Node[];
}

function nodes(tree: AssetTree, parent: number | null, say: ReturnType<typeof useSay>): Node[] {
  return tree.childrenOf(parent).map(asset => ({
    value: asset.id,
    title: say(asset.name),
    words: `${asset.code} ${asset.name.zh} ${asset.name.en}`.toLowerCase(),
    children: nodes(tree, asset.id, say),
  }));
}

interface Props {
  value?: number | null;
  onChange?(asset: number | null): void;
  disabled?: boolean;
}

/** A field that takes one asset out of the tree; found by code or name. Works inside a Form.Item. */
export function AssetPicker({ value, onChange, disabled }: Props) {
  const t = useSharedText();
  const say = useSay();
  const { tree } = useAssets();
  const data = useMemo(() => nodes(tree, null, say), [tree, say]);
  const open = useMemo(
    () => tree.all.filter(asset => asset.kind !== 'LINE' && asset.kind !== 'EQUIPMENT').map(one => one.id),
    [tree],
  );
  return (
    <TreeSelect
      showSearch={{ filterTreeNode: (text, node) => String(node.words).includes(text.trim().toLowerCase()) }}
      style={{ width: '100%' }}
      disabled={disabled}
      treeData={data}
      treeDefaultExpandedKeys={open}
      aria-label={t('asset.tree')}
      placeholder={t('asset.tree')}
      value={value ?? undefined}
      onChange={next => onChange?.(next ?? null)}
    />
  );
}

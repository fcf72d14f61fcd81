import { type ReactNode, useMemo } from 'react';
import type { ImportPreview, ImportPreviewColumn } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { useTagsById } from '@/shared/assets/tags';
import { useSay } from '@/shared/i18n/i18n';
import { DataTable } from '@/shared/ui/data-table';
import type { Column } from '@/shared/ui/table-rows';
import { useImportsText } from './locale/texts';
import { canMap, isUsed, type Wishes } from './mapping';

interface Props {
  preview: ImportPreview;
  wishes: Wishes;
  selected: string | null;
  onSelect(column: string): void;
  footer: ReactNode;
}

/** The columns of the file and where each goes. */
export function MappingTable({ preview, wishes, selected, onSelect, footer }: Props) {
  const t = useImportsText();
  const columns = useColumns(wishes);
  const rows = useMemo(() => preview.columns.filter(canMap), [preview]);
  return (
    <DataTable
      label={t('mapping')}
      columns={columns}
      rows={rows}
      rowKey={row => row.name}
      selected={selected}
      onSelect={row => onSelect(row.name)}
      keys
      footer={footer}
    />
  );
}

function useColumns(wishes: Wishes): Column<ImportPreviewColumn>[] {
  const t = useImportsText();
  const say = useSay();
  const { tree } = useAssets();
  const ids = Object.values(wishes).flatMap(wish => (wish.tagId && !wish.skip ? [wish.tagId] : []));
  const tags = useTagsById(ids).data;
  return useMemo(() => {
    const target = (row: ImportPreviewColumn) => {
      const wish = wishes[row.name];
      if (!wish || !isUsed(wish)) return '';
      if (wish.newTag) return wish.newTag.name;
      return tags?.get(wish.tagId ?? 0)?.name ?? String(wish.tagId);
    };
    const fate = (row: ImportPreviewColumn) => {
      const wish = wishes[row.name];
      return t(!isUsed(wish) ? 'fate.skip' : wish?.newTag ? 'fate.new' : 'fate.tag');
    };
    const where = (row: ImportPreviewColumn) => {
      const wish = wishes[row.name];
      const asset = wish?.newTag?.assetId ?? tags?.get(wish?.tagId ?? 0)?.assetId;
      return isUsed(wish) && asset
        ? tree
            .pathOf(asset)
            .map(one => say(one.name))
            .slice(-2)
            .join(' / ')
        : '';
    };
    const unit = (row: ImportPreviewColumn) => {
      const wish = wishes[row.name];
      if (!isUsed(wish) || row.kind === 'TEXT') return '';
      const to = wish?.newTag?.unit ?? tags?.get(wish?.tagId ?? 0)?.unit ?? '';
      const from = wish?.unit ?? to;
      return from === to ? to : `${from} → ${to}`;
    };
    return [
      {
        key: 'column',
        title: t('column.column'),
        width: '24%',
        render: row => <b className={isUsed(wishes[row.name]) ? undefined : 't3'}>{row.name}</b>,
        value: row => row.name,
      },
      {
        key: 'kind',
        title: t('column.kind'),
        width: 76,
        render: row => <span className="t2">{t(`kind.${row.kind}`)}</span>,
        value: row => t(`kind.${row.kind}`),
      },
      {
        key: 'sample',
        title: t('column.sample'),
        width: '20%',
        render: row => <span className="t3">{row.sample.join('  ')}</span>,
        value: row => row.sample.join('  '),
      },
      { key: 'fate', title: t('column.fate'), width: 92, render: fate, value: fate },
      { key: 'target', title: t('column.target'), render: target, value: target },
      {
        key: 'where',
        title: t('column.where'),
        width: '15%',
        render: row => <span className="t2">{where(row)}</span>,
        value: where,
      },
      { key: 'unit', title: t('column.unit'), width: 110, render: unit, value: unit },
    ];
  }, [t, say, tree, wishes, tags]);
}

import { useDeferredValue, useMemo, useState } from 'react';
import type { Asset, Tag } from '@/shared/api/contract';
import { type TagOrder, tagRows, useTags } from '@/shared/assets/tags';
import { useLanguage, useSay } from '@/shared/i18n/i18n';
import { useLiveValues } from '@/shared/live/use-live-values';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { Segmented } from '@/shared/ui/segmented';
import { EmptyState, QueryView } from '@/shared/ui/states';
import type { Sort } from '@/shared/ui/table-rows';
import { usePaging } from '@/shared/ui/use-paging';
import { useAssetsText } from './locale/texts';
import { useTagColumns } from './tag-columns';
import styles from './assets.module.css';

const PAGE = 100;
const NONE: Tag[] = [];

/** The order of a column as the server names it; labels sort in the language shown. */
function useTagOrder(sort: Sort | null): { sort?: TagOrder; down?: boolean } {
  const label: TagOrder = useLanguage() === 'zh' ? 'LABEL_ZH' : 'LABEL_EN';
  const orders: Record<string, TagOrder> = { label, name: 'NAME', limits: 'LIMIT', kind: 'KIND' };
  return sort ? { sort: orders[sort.key], down: sort.down } : {};
}

interface Props {
  asset: Asset | undefined;
  selected: number | null;
  onSelect(tag: number): void;
  onNew?: () => void;
}

/** The tags of an asset with what they are now; with all below it when asked. A page at a time comes from the server. */
export function TagTable({ asset, selected, onSelect, onNew }: Props) {
  const t = useAssetsText();
  const say = useSay();
  const own = asset?.kind === 'EQUIPMENT';
  const [scope, setScope] = useState<'own' | 'all'>(own ? 'own' : 'all');
  const paging = usePaging(PAGE);
  const filter = {
    assetId: asset?.id,
    subtree: scope === 'all',
    query: useDeferredValue(paging.filter.trim()),
    ...useTagOrder(paging.sort),
  };
  const query = useTags({ ...filter, page: paging.page, size: PAGE });
  const tags = query.data?.items ?? NONE;
  const ids = useMemo(() => tags.map(tag => tag.id), [tags]);
  const { values } = useLiveValues(ids);
  const columns = useTagColumns(values, scope === 'all');
  return (
    <Panel
      title={t('tags')}
      meta={t('tags.meta', {
        where: asset ? say(asset.name) : t('tags.everywhere'),
        count: query.data?.total ?? 0,
      })}
      className={styles.grow}
      actions={
        <>
          <input
            type="search"
            className={styles.search}
            value={paging.filter}
            placeholder={t('tags.search')}
            aria-label={t('tags.search')}
            onChange={event => paging.onFilter(event.target.value)}
          />
          {asset && (
            <Segmented<'own' | 'all'>
              label={t('tags.scope')}
              value={scope}
              onChange={next => {
                setScope(next);
                paging.onPage(0);
              }}
              options={[
                { value: 'own', label: t('tags.own') },
                { value: 'all', label: t('tags.all') },
              ]}
            />
          )}
          {onNew && <Button onClick={onNew}>{t('tags.new')}</Button>}
        </>
      }
    >
      <QueryView query={query} rows={10}>
        {({ items, total }) => (
          <DataTable
            label={t('tags')}
            columns={columns}
            rows={items}
            rowKey={row => row.id}
            selected={selected}
            onSelect={row => onSelect(row.id)}
            keys
            exportAs="tags"
            filter={false}
            server={{ ...paging, total, ...tagRows(filter) }}
            empty={
              <EmptyState title={t('tags.none')}>
                {t(scope === 'own' ? 'tags.none.own' : 'tags.none.detail')}
              </EmptyState>
            }
          />
        )}
      </QueryView>
    </Panel>
  );
}

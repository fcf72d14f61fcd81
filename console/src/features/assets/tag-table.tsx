import { useDeferredValue, useMemo, useState } from 'react';
import type { Asset, Tag } from '@/shared/api/contract';
import { useTags } from '@/shared/assets/tags';
import { useSay } from '@/shared/i18n/i18n';
import { useLiveValues } from '@/shared/live/use-live-values';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { Segmented } from '@/shared/ui/segmented';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { useAssetsText } from './locale/texts';
import { useTagColumns } from './tag-columns';
import styles from './assets.module.css';

const PAGE = 100;
const NONE: Tag[] = [];

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
  const [page, setPage] = useState(0);
  const [text, setText] = useState('');
  const query = useTags({
    assetId: asset?.id,
    subtree: scope === 'all',
    query: useDeferredValue(text.trim()),
    page,
    size: PAGE,
  });
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
            value={text}
            placeholder={t('tags.search')}
            aria-label={t('tags.search')}
            onChange={event => {
              setText(event.target.value);
              setPage(0);
            }}
          />
          {asset && (
            <Segmented<'own' | 'all'>
              label={t('tags.scope')}
              value={scope}
              onChange={next => {
                setScope(next);
                setPage(0);
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
            server={{ total, page, size: PAGE, onPage: setPage }}
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

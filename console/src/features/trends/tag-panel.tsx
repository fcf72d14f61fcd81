import { useDeferredValue, useMemo, useState } from 'react';
import type { Tag } from '@/shared/api/contract';
import { useScope } from '@/shared/assets/assets';
import { useTags } from '@/shared/assets/tags';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import type { Lanes } from './lanes';
import { useTrendsText } from './locale/texts';
import { TAG_DRAG } from './use-pointer';
import styles from './tag-panel.module.css';

interface Props {
  lanes: Lanes;
  onAdd(tag: Tag): void;
  onRemove(tag: number): void;
}

const MOST = 200;

function groups(tags: readonly Tag[], nameOf: (tag: Tag) => string) {
  const found = new Map<string, Tag[]>();
  for (const tag of tags) found.set(nameOf(tag), [...(found.get(nameOf(tag)) ?? []), tag]);
  return [...found];
}

/** The tags of the place in view; click or Enter adds, Delete takes away, dragging puts one into a lane. */
export function TagPanel({ lanes, onAdd, onRemove }: Props) {
  const t = useTrendsText();
  const shared = useSharedText();
  const say = useSay();
  const { asset, assetId } = useScope();
  const [filter, setFilter] = useState('');
  const query = useTags({ assetId, subtree: true, query: useDeferredValue(filter.trim()), size: MOST });
  const several = asset?.kind !== 'EQUIPMENT';
  return (
    <Panel
      title={t('tags')}
      meta={t('tags.where', {
        where: asset ? say(asset.name) : shared('asset.all'),
        count: query.data?.total ?? 0,
      })}
      footer={
        <>
          <span>
            <kbd>{'Enter'}</kbd> {t('tags.add')}
          </span>
          <span>
            <kbd>{'Del'}</kbd> {t('tags.remove')}
          </span>
        </>
      }
    >
      <div className={styles.box}>
        <input
          type="search"
          className={styles.filter}
          value={filter}
          placeholder={shared('tag.filter')}
          aria-label={shared('tag.filter')}
          onChange={event => setFilter(event.target.value)}
        />
        <div className={styles.list}>
          <QueryView query={query}>
            {({ items, total }) => (
              <>
                {items.length === 0 && (
                  <EmptyState title={shared('tag.none')}>{shared('tag.none.detail')}</EmptyState>
                )}
                <TagGroups items={items} several={several} lanes={lanes} onAdd={onAdd} onRemove={onRemove} />
                {total > items.length && (
                  <p className={styles.more}>{shared('tag.more', { count: total - items.length })}</p>
                )}
              </>
            )}
          </QueryView>
        </div>
      </div>
    </Panel>
  );
}

interface GroupsProps extends Props {
  items: readonly Tag[];
  several: boolean;
}

function TagGroups({ items, several, lanes, onAdd, onRemove }: GroupsProps) {
  const say = useSay();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const grouped = useMemo(() => groups(items, tag => say(tag.group)), [items, say]);
  const toggle = (name: string) => {
    const next = new Set(closed);
    if (!next.delete(name)) next.add(name);
    setClosed(next);
  };
  return grouped.map(([name, tags]) => (
    <section key={name}>
      <button
        type="button"
        className={styles.group}
        aria-expanded={!closed.has(name)}
        onClick={() => toggle(name)}
      >
        <span className="t3">{closed.has(name) ? '▸' : '▾'}</span> {name}
      </button>
      {!closed.has(name) &&
        tags.map(tag => (
          <TagRow key={tag.id} tag={tag} several={several} lanes={lanes} onAdd={onAdd} onRemove={onRemove} />
        ))}
    </section>
  ));
}

function TagRow({ tag, several, lanes, onAdd, onRemove }: Props & { tag: Tag; several: boolean }) {
  const say = useSay();
  const order = lanes.map(lane => lane.indexOf(tag.id)).find(at => at >= 0) ?? -1;
  const on = order >= 0;
  const colour = `var(--series-${order + 1})`;
  return (
    <button
      type="button"
      className={on ? `${styles.tag} ${styles.on}` : styles.tag}
      aria-pressed={on}
      title={tag.name}
      draggable
      onDragStart={event => {
        event.dataTransfer.setData(TAG_DRAG, JSON.stringify({ id: tag.id, unit: tag.unit }));
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onClick={() => (on ? onRemove(tag.id) : onAdd(tag))}
      onKeyDown={event => event.key === 'Delete' && on && onRemove(tag.id)}
    >
      <i style={on ? { background: colour, borderColor: colour } : undefined} />
      <span className="ellipsis">{several ? tag.name : say(tag.label)}</span>
      <span className="t3">{tag.unit}</span>
    </button>
  );
}

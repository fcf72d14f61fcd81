import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '@/shared/api/client';
import { useSay } from '@/shared/i18n/i18n';
import { useCarry } from '@/shared/nav/app-link';
import { ErrorState } from '@/shared/ui/states';
import { useAppText } from '../locale/texts';
import { type Hit, usePages } from './use-pages';
import styles from './search-dialog.module.css';

function useHits(text: string) {
  const pages = usePages(text);
  const found = useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => api.get('/api/search', { query: { q: text }, signal }),
    enabled: text.length > 0,
    placeholderData: old => old,
  });
  const hits: Hit[] = [...pages, ...(text ? (found.data ?? []) : [])];
  return { hits: hits.slice(0, 12), error: found.error };
}

/**
 * Finds assets, tags and pages; opened by `/`. It stands on the page in the same instant as the key is pressed, so
 * that what a person types next goes into the field and is not taken for a key of the page.
 */
export function SearchDialog({ onClose }: { onClose(): void }) {
  const t = useAppText();
  const say = useSay();
  const carry = useCarry();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { hits, error } = useHits(useDeferredValue(text.trim()));
  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    void navigate(carry(hit.link));
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(hits.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter') go(hits[at]);
    else if (event.key === 'Escape') onClose();
    // The field is all there is to focus: Tab stays.
    else if (event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.mask} onMouseDown={event => event.target === event.currentTarget && onClose()}>
      <div
        className={styles.search}
        role="dialog"
        aria-modal="true"
        aria-label={t('search.title')}
        onKeyDown={onKeyDown}
      >
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls="search-hits"
          aria-activedescendant={hits[at] ? `hit-${at}` : undefined}
          aria-label={t('search.title')}
          placeholder={t('search.placeholder')}
          value={text}
          onChange={event => {
            setText(event.target.value);
            setAt(0);
          }}
        />
        {error ? <ErrorState error={error} /> : null}
        <ul id="search-hits" role="listbox" aria-label={t('search.title')}>
          {hits.map((hit, i) => (
            <li
              key={`${hit.kind}-${hit.id}-${hit.link}`}
              id={`hit-${i}`}
              role="option"
              aria-selected={i === at}
              onMouseEnter={() => setAt(i)}
              onClick={() => go(hit)}
            >
              <span className="t3">{t(`search.kind.${hit.kind}`)}</span>
              <b className="ellipsis">{say(hit.label)}</b>
              <span className="t3 ellipsis">{hit.path}</span>
            </li>
          ))}
        </ul>
        <footer>
          {hits.length === 0 && text
            ? t('search.none', { text })
            : text
              ? t('search.hint')
              : t('search.start')}
        </footer>
      </div>
    </div>
  );
}

import type { SearchHit } from '@/shared/api/contract';
import en from '../locale/en.json';
import zh from '../locale/zh.json';

const PAGES = Object.keys(zh).flatMap(key => {
  const name = /^nav\.(?!label|skip)(.+)$/.exec(key)?.[1];
  return name ? [{ name, zh: zh[key as keyof typeof zh], en: en[key as keyof typeof en] }] : [];
});

/** What search finds: assets and tags by the server, pages here. */
export type Hit = Omit<SearchHit, 'kind'> & { kind: SearchHit['kind'] | 'page' };

/** Pages whose name in either language holds the text. */
export function usePages(text: string): Hit[] {
  const word = text.toLowerCase();
  if (!word) return [];
  return PAGES.filter(page => `${page.zh} ${page.en}`.toLowerCase().includes(word)).map((page, id) => ({
    kind: 'page',
    id,
    label: { zh: page.zh, en: page.en },
    path: '',
    link: `/${page.name}`,
  }));
}

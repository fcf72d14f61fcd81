import { useMemo, useState } from 'react';
import type { Sort } from './table-rows';

/** What a person asked of a table that the server pages. */
export interface Paging {
  page: number;
  size: number;
  sort: Sort | null;
  filter: string;
  onPage(page: number): void;
  onSort(sort: Sort | null): void;
  onFilter(text: string): void;
}

/** Page, order and filter of a table of the server; another order or filter begins at the first page. */
export function usePaging(size: number, first: Sort | null = null): Paging {
  const [asked, ask] = useState({ page: 0, sort: first, filter: '' });
  return useMemo(
    () => ({
      ...asked,
      size,
      onPage: page => ask(old => ({ ...old, page })),
      onSort: sort => ask(old => ({ ...old, sort, page: 0 })),
      onFilter: filter => ask(old => ({ ...old, filter, page: 0 })),
    }),
    [asked, size],
  );
}

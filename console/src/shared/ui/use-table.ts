import { useMemo, useState } from 'react';
import { useKeys } from '@/shared/keys/keys';
import { useSharedText } from '@/shared/locale/texts';
import { shownState } from './shown-state';
import { type Column, filterRows, type Sort, sortRows } from './table-rows';
import type { Paging } from './use-paging';

export interface TableOptions<R> {
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey(row: R): string | number;
  selected?: string | number | null;
  onSelect?(row: R): void;
  onOpen?(row: R): void;
  keys?: boolean;
  sort?: Sort;
  /** Set when the server pages: rows are one page of so many. */
  server?: ServerRows<R>;
}

/** A table whose rows the server pages, and sorts and filters where it takes an order and words. */
export interface ServerRows<R>
  extends
    Pick<Paging, 'page' | 'size' | 'onPage'>,
    Partial<Pick<Paging, 'sort' | 'filter' | 'onSort' | 'onFilter'>> {
  total: number;
  /** Address of all rows of the filter as CSV, in the order shown; without one the file is made here. */
  csv?: string;
  /** One page of these rows, for files made here. */
  ask(page: number, size: number): Promise<{ items: readonly R[]; total: number }>;
}

const NONE: never[] = [];

/** State of a table: filter, sort, page, and J K Enter over the rows. */
export function useTable<R>(options: TableOptions<R>, pageSize: number) {
  const { columns, rowKey, selected, onSelect, onOpen, keys, server } = options;
  const rows = shownState() === 'empty' ? NONE : options.rows;
  const t = useSharedText();
  const [filter, setFilterText] = useState('');
  const [sort, setSort] = useState<Sort | null>(options.sort ?? null);
  const [page, setPage] = useState(0);

  const ordered = useMemo(
    () => (server ? rows : sortRows(filterRows(rows, columns, filter), columns, sort)),
    [server, rows, columns, filter, sort],
  );
  const total = server ? server.total : ordered.length;
  const size = server ? server.size : pageSize;
  const pages = Math.max(1, Math.ceil(total / size));
  const at = Math.min(server ? server.page : page, pages - 1);
  const visible = server ? ordered : ordered.slice(at * size, at * size + size);
  const toPage = (next: number) => (server ? server.onPage(next) : setPage(next));

  const index = ordered.findIndex(row => rowKey(row) === selected);
  const move = (step: number) => {
    const next = index < 0 ? 0 : Math.max(0, Math.min(ordered.length - 1, index + step));
    const row = ordered[next];
    if (!row) return;
    onSelect?.(row);
    if (!server) setPage(Math.floor(next / size));
  };
  const current = index >= 0 ? ordered[index] : undefined;
  const moves = [
    { keys: 'J', label: t('key.next'), act: () => move(1) },
    { keys: 'K', label: t('key.previous'), act: () => move(-1) },
  ];
  // Without a selected row Enter belongs to the rest of the page.
  const open = current && {
    keys: 'Enter',
    label: t('key.open'),
    act: () => (onOpen ?? onSelect)?.(current),
  };
  useKeys(open ? [...moves, open] : moves, Boolean(keys && onSelect));

  const setFilter = (text: string) => {
    if (server) return server.onFilter?.(text);
    setFilterText(text);
    setPage(0);
  };
  const shownSort = server ? (server.sort ?? null) : sort;
  const toggleSort = (key: string) => {
    const next = shownSort?.key !== key ? { key, down: false } : shownSort.down ? null : { key, down: true };
    if (server) return server.onSort?.(next);
    setSort(next);
    setPage(0);
  };

  return {
    filter: server ? (server.filter ?? '') : filter,
    setFilter,
    sort: shownSort,
    toggleSort,
    ordered,
    visible,
    total,
    page: at,
    pages,
    size,
    toPage,
  };
}

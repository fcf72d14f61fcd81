import { type ReactNode, useEffect, useRef } from 'react';
import { useSharedText } from '@/shared/locale/texts';
import { Button } from './button';
import { TableExport } from './table-export';
import { type Column, fitRows } from './table-rows';
import { type TableOptions, useTable } from './use-table';
import { useSize } from './use-size';
import styles from './data-table.module.css';

interface Props<R> extends TableOptions<R> {
  /** What the rows are, for screen readers. */
  label: string;
  /** 28 one line (default), 44 two lines. */
  rowHeight?: number;
  /** Name of the exported file; without it the table does not export. */
  exportAs?: string;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  /** false: no bar below; the panel around shows "6 / 9" from onShown. */
  foot?: boolean;
  /** false: no filter of the rows; the panel around asks the server. */
  filter?: boolean;
  /** More controls for the bar below. */
  footer?: ReactNode;
  onShown?(shown: number, total: number): void;
}

const FOOT = 32;

/** A table to act on: rows of 28 px, whole rows only, sort, filter, J K Enter, paging, export. Fills its parent. */
export function DataTable<R>(props: Props<R>) {
  const {
    columns,
    rowKey,
    selected,
    onSelect,
    onOpen,
    label,
    rowHeight = 28,
    foot = true,
    empty,
    onShown,
  } = props;
  const t = useSharedText();
  const box = useRef<HTMLDivElement>(null);
  const { height } = useSize(box);
  const space = height - (foot ? FOOT : 0);
  const fit = fitRows(space, rowHeight, props.server?.size ?? props.rows.length);
  const table = useTable(props, height ? fit.fits : 50);
  const shown = table.visible.length;
  useEffect(() => onShown?.(shown, table.total), [onShown, shown, table.total]);

  const click = (row: R) => onSelect?.(row);
  return (
    <div className={styles.box} ref={box}>
      <div
        className={props.server ? `${styles.stage} ${styles.scroll}` : styles.stage}
        style={{ '--row': `${fit.rowHeight}px` } as React.CSSProperties}
      >
        <table className={styles.table} aria-label={label}>
          <colgroup>
            {columns.map(column => (
              <col key={column.key} style={{ width: column.width }} />
            ))}
          </colgroup>
          <Head
            columns={columns}
            sort={table.sort}
            onSort={props.server && !props.server.onSort ? undefined : table.toggleSort}
          />
          <tbody>
            {table.visible.map(row => (
              <tr
                key={rowKey(row)}
                aria-selected={onSelect ? rowKey(row) === selected : undefined}
                className={onSelect ? styles.clickable : undefined}
                onClick={() => click(row)}
                onDoubleClick={() => onOpen?.(row)}
              >
                {columns.map(column => (
                  <td key={column.key} className={column.align}>
                    {column.render(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {shown === 0 && (
          <div className={styles.empty}>
            {table.filter ? t('table.noneMatch', { text: table.filter }) : (empty ?? t('table.none'))}
          </div>
        )}
      </div>
      {foot && (
        <div className={styles.foot}>
          {props.filter !== false && !(props.server && !props.server.onFilter) && (
            <input
              type="search"
              value={table.filter}
              placeholder={t('table.filter')}
              aria-label={t('table.filter')}
              onChange={event => table.setFilter(event.target.value)}
            />
          )}
          {props.footer}
          <span className="space" />
          <Pager {...table} shown={shown} />
          {props.exportAs && (
            <TableExport
              name={props.exportAs}
              columns={columns}
              rows={table.ordered}
              shown={table.visible}
              server={props.server}
            />
          )}
        </div>
      )}
    </div>
  );
}

interface HeadProps<R> {
  columns: readonly Column<R>[];
  sort: { key: string; down: boolean } | null;
  /** Absent where the server has an order of its own. */
  onSort?(key: string): void;
}

function Head<R>({ columns, sort, onSort }: HeadProps<R>) {
  const t = useSharedText();
  const order = (key: string) => (sort?.key === key ? (sort.down ? 'descending' : 'ascending') : undefined);
  return (
    <thead>
      <tr>
        {columns.map(column => (
          <th key={column.key} scope="col" className={column.align} aria-sort={order(column.key)}>
            {onSort && column.value && column.sortable !== false && column.title ? (
              <button
                type="button"
                title={t('table.sortBy', { column: column.title })}
                onClick={() => onSort(column.key)}
              >
                {column.title}
                {sort?.key === column.key && <span aria-hidden>{sort.down ? ' ▾' : ' ▴'}</span>}
              </button>
            ) : (
              column.title
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface PagerProps {
  page: number;
  pages: number;
  size: number;
  total: number;
  shown: number;
  toPage(page: number): void;
}

function Pager({ page, pages, size, total, shown, toPage }: PagerProps) {
  const t = useSharedText();
  if (total === 0) return null;
  const first = page * size + 1;
  return (
    <>
      <span>{t('table.range', { first, last: first + shown - 1, total })}</span>
      {pages > 1 && (
        <>
          <Button
            kind="text"
            aria-label={t('action.previous')}
            disabled={page === 0}
            onClick={() => toPage(page - 1)}
          >
            {'‹'}
          </Button>
          <Button
            kind="text"
            aria-label={t('action.next')}
            disabled={page >= pages - 1}
            onClick={() => toPage(page + 1)}
          >
            {'›'}
          </Button>
        </>
      )}
    </>
  );
}

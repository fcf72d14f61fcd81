import { useRef } from 'react';
import type { ImportPreview } from '@/shared/api/contract';
import { fitRows } from '@/shared/ui/table-rows';
import { useSize } from '@/shared/ui/use-size';
import { useImportsText } from './locale/texts';
import styles from './imports.module.css';

/** The first rows as they are read; whole rows only, columns scroll sideways. Fills its parent. */
export function PreviewTable({ preview }: { preview: ImportPreview }) {
  const t = useImportsText();
  const box = useRef<HTMLDivElement>(null);
  const { height } = useSize(box);
  // The head has a second line for the kind, and a scroll bar may stand below.
  const { fits } = fitRows(height - 28, 28, preview.rows.length);
  const rows = preview.rows.slice(0, height ? fits : preview.rows.length);
  return (
    <div className={styles.preview} ref={box}>
      <table aria-label={t('preview')}>
        <thead>
          <tr>
            {preview.columns.map(column => (
              <th
                key={column.name}
                scope="col"
                className={column.name === preview.timeColumn ? styles.time : undefined}
              >
                <b className="ellipsis">{column.name}</b>
                <span className="t3 small">
                  {t(column.name === preview.timeColumn ? 'kind.rowTime' : `kind.${column.kind}`)}
                  {column.unit ? ` · ${column.unit}` : ''}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {preview.columns.map((column, place) => (
                <td
                  key={column.name}
                  className={column.kind === 'NUMBER' ? 'right' : undefined}
                  title={row[place]}
                >
                  {row[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

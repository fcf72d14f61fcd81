import { Select } from 'antd';
import type { SheetColumn, SheetsAnswer, SheetTable } from '@/shared/api/contract';
import { useSay } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/button';
import { Panel } from '@/shared/ui/panel';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { EmptyState } from '@/shared/ui/states';
import { useSchedulingText } from './locale/texts';
import styles from './sheets.module.css';
import { type SheetKind, useSheetKinds } from './use-sheets';

const NONE = '';

interface Props {
  kind: SheetKind;
  answer: SheetsAnswer | undefined;
  onSay(columns: Record<string, string>): void;
}

/** Which column each header of a table is; what is not known has a suggestion where one looks like it. */
export function SheetMapping({ kind, answer, onSay }: Props) {
  const t = useSchedulingText();
  const table = answer?.tables.find(one => one.kind === kind);
  const columns = useSheetKinds().data?.find(one => one.kind === kind)?.columns ?? [];
  const suggested = table?.headers.filter(one => one.suggestion) ?? [];
  const accept = () => onSay(Object.fromEntries(suggested.map(one => [one.name, one.suggestion ?? NONE])));
  return (
    <Panel
      title={t('mapping')}
      meta={t(`sheet.${kind}`)}
      padded
      actions={
        suggested.length > 0 && (
          <Button onClick={accept}>{t('mapping.accept', { count: suggested.length })}</Button>
        )
      }
    >
      {table ? (
        <Headers table={table} columns={columns} onSay={onSay} />
      ) : (
        <EmptyState title={t('mapping.none')}>
          {t('mapping.none.detail')} <Wanted columns={columns} />
        </EmptyState>
      )}
    </Panel>
  );
}

/** The columns a table needs in bold, the others plain. */
function Wanted({ columns }: { columns: readonly SheetColumn[] }) {
  const say = useSay();
  const t = useSchedulingText();
  return columns.map((column, i) => (
    <span key={column.id}>
      {i > 0 && t('separator')}
      {column.needed ? <b>{say(column.name)}</b> : say(column.name)}
    </span>
  ));
}

interface HeadersProps {
  table: SheetTable;
  columns: readonly SheetColumn[];
  onSay(columns: Record<string, string>): void;
}

function Headers({ table, columns, onSay }: HeadersProps) {
  const t = useSchedulingText();
  const say = useSay();
  const used = new Set(table.headers.map(one => one.field));
  const missing = columns.filter(column => column.needed && !used.has(column.id));
  const options = [
    { value: NONE, label: t('mapping.unused') },
    ...columns.map(column => ({ value: column.id, label: say(column.name) })),
  ];
  const nameOf = (id: string | undefined) => options.find(one => one.value === id)?.label ?? '';
  return (
    <>
      {missing.length > 0 && (
        <p className={styles.missing} role="status">
          <PriorityMark priority={2} />
          {t('mapping.missing')} <Wanted columns={missing} />
        </p>
      )}
      <table className={styles.mapping} aria-label={t('mapping')}>
        <thead>
          <tr>
            <th>{t('mapping.header')}</th>
            <th>{t('mapping.sample')}</th>
            <th>{t('mapping.column')}</th>
          </tr>
        </thead>
        <tbody>
          {table.headers.map((header, i) => (
            <tr key={`${i} ${header.name}`}>
              <td>{header.name}</td>
              <td className="t2">
                {table.sample
                  .map(row => row[i])
                  .filter(Boolean)
                  .join(t('separator'))}
              </td>
              <td>
                <Select
                  size="small"
                  value={header.field ?? NONE}
                  options={options}
                  onChange={column => onSay({ [header.name]: column })}
                  aria-label={header.name}
                />
                {header.suggestion && (
                  <Button kind="text" onClick={() => onSay({ [header.name]: header.suggestion ?? NONE })}>
                    {t('mapping.suggestion', { column: nameOf(header.suggestion) })}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

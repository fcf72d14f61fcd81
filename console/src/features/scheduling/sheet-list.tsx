import { useRef } from 'react';
import type { SheetsAnswer, SheetTable } from '@/shared/api/contract';
import { withQuery } from '@/shared/api/client';
import { formatNumber } from '@/shared/format/number';
import { useLanguage } from '@/shared/i18n/i18n';
import { formatTime } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { Panel } from '@/shared/ui/panel';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { useSchedulingText } from './locale/texts';
import styles from './sheets.module.css';
import { KINDS, NEEDED, type SheetKind } from './use-sheets';

interface Props {
  files: Partial<Record<SheetKind, File>>;
  answer: SheetsAnswer | undefined;
  selected: SheetKind;
  onSelect(kind: SheetKind, file?: File): void;
}

/** The five tables a plant is made of: which file each is, and how many of its lines can be used. */
export function SheetList({ files, answer, selected, onSelect }: Props) {
  const t = useSchedulingText();
  return (
    <Panel step={1} title={t('sheets')} meta={t('sheets.meta')}>
      <ul className={styles.list}>
        {KINDS.map(kind => (
          <Row
            key={kind}
            kind={kind}
            given={Boolean(files[kind])}
            table={answer?.tables.find(one => one.kind === kind)}
            isSelected={kind === selected}
            onSelect={file => onSelect(kind, file)}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface RowProps {
  kind: SheetKind;
  given: boolean;
  table: SheetTable | undefined;
  isSelected: boolean;
  onSelect(file?: File): void;
}

function Row({ kind, given, table, isSelected, onSelect }: RowProps) {
  const t = useSchedulingText();
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const name = t(`sheet.${kind}`);
  const template = withQuery(`/api/scheduling/templates/${kind}.csv`, { chinese: language === 'zh' });
  return (
    <li
      className={isSelected ? `${styles.row} ${styles.chosen}` : styles.row}
      onDragOver={event => event.preventDefault()}
      onDrop={event => {
        event.preventDefault();
        onSelect(event.dataTransfer.files[0]);
      }}
    >
      <button type="button" className={styles.name} aria-pressed={isSelected} onClick={() => onSelect()}>
        {name}
        {NEEDED.includes(kind) && !table && <span className="t3 small">{t('sheet.needed')}</span>}
      </button>
      <span className={styles.file} title={table?.file}>
        {table ? table.file : <span className="t3">{t('sheet.none')}</span>}
        {table && !given && table.keptFrom && (
          <span className="t3 small">{t('sheet.kept', { time: formatTime(table.keptFrom) })}</span>
        )}
      </span>
      <span className={styles.count}>{table && <Count table={table} />}</span>
      <input
        ref={input}
        className="hidden-text"
        type="file"
        tabIndex={-1}
        aria-label={t('sheet.file', { name })}
        accept=".csv,.txt,.tsv"
        onChange={event => {
          onSelect(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <a href={template} download>
        {t('sheet.template')}
      </a>
      <Button onClick={() => input.current?.click()}>{t('sheet.choose')}</Button>
    </li>
  );
}

function Count({ table }: { table: SheetTable }) {
  const t = useSchedulingText();
  return (
    <>
      {table.taken < table.lines && <PriorityMark priority={3} />}
      <b>{formatNumber(table.taken, 0)}</b>
      <span className="unit">{t('sheet.lines', { lines: formatNumber(table.lines, 0) })}</span>
    </>
  );
}

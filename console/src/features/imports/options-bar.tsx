import { Input, InputNumber, Select, Switch } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Import, ImportOptions, ImportPreview } from '@/shared/api/contract';
import { Button } from '@/shared/ui/button';
import { ErrorState } from '@/shared/ui/states';
import { useSetOptions } from './api';
import { useImportsText } from './locale/texts';
import styles from './imports.module.css';

const SEPARATORS = [',', ';', '\t', '|', ' '] as const;
const FORMATS = [
  'iso',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy/M/d H:mm',
  'dd/MM/yyyy HH:mm',
  'MM/dd/yyyy HH:mm',
  'epoch-s',
  'epoch-ms',
];
const ENCODINGS = ['UTF-8', 'GB18030', 'UTF-16', 'windows-1252'];
const ZONES = ['UTC', 'Asia/Shanghai', 'Asia/Urumqi', 'Asia/Jakarta', 'Africa/Johannesburg', '+08:00'];

interface Props {
  one: Import;
  preview: ImportPreview;
}

/** How the file seems to be written; whatever is changed here, the server looks at the file again. */
export function OptionsBar({ one, preview }: Props) {
  const t = useImportsText();
  const look = useSetOptions(one.id);
  const said = one.options ?? {};
  const set = (changed: ImportOptions) => look.mutate({ ...said, ...changed });
  const names: Record<string, string> = {
    ',': t('separator.comma'),
    ';': t('separator.semicolon'),
    '\t': t('separator.tab'),
    '|': t('separator.pipe'),
    ' ': t('separator.space'),
  };
  const text = Boolean(preview.separator);
  const choices = (known: readonly string[], now?: string | null) =>
    [...new Set([...(now ? [now] : []), ...known])].map(value => ({ value, label: value }));
  return (
    <div className={styles.options} aria-busy={look.isPending}>
      <Field label={t('option.timeColumn')} wide>
        <Select
          aria-label={t('option.timeColumn')}
          value={preview.timeColumn ?? undefined}
          placeholder={t('option.missing')}
          status={preview.timeColumn ? undefined : 'error'}
          onChange={timeColumn => set({ timeColumn, timeFormat: undefined })}
          options={preview.columns.map(column => ({ value: column.name, label: column.name }))}
        />
      </Field>
      <Field label={t('option.timeFormat')} wide>
        <FormatField
          preview={preview}
          onChange={timeFormat => set({ timeFormat: timeFormat ?? undefined })}
        />
      </Field>
      <Field label={t('option.zone')} wide>
        <Select
          aria-label={t('option.zone')}
          showSearch
          value={preview.zone}
          onChange={zone => set({ zone })}
          options={choices([...ZONES, ...Intl.supportedValuesOf('timeZone')], preview.zone)}
        />
      </Field>
      {text ? (
        <>
          <Field label={t('option.separator')}>
            <Select
              aria-label={t('option.separator')}
              value={preview.separator}
              onChange={separator => set({ separator })}
              options={[...new Set([preview.separator ?? ',', ...SEPARATORS])].map(value => ({
                value,
                label: names[value] ?? value,
              }))}
            />
          </Field>
          <Field label={t('option.encoding')}>
            <Select
              aria-label={t('option.encoding')}
              value={preview.encoding}
              onChange={encoding => set({ encoding })}
              options={choices(ENCODINGS, preview.encoding)}
            />
          </Field>
          <Field label={t('option.skipLines')} narrow>
            <InputNumber
              aria-label={t('option.skipLines')}
              min={0}
              max={10_000}
              value={preview.skipLines ?? 0}
              onChange={skipLines => set({ skipLines: skipLines ?? 0 })}
            />
          </Field>
          <Field label={t('option.header')} narrow>
            <Switch
              size="small"
              aria-label={t('option.header')}
              checked={preview.header !== false}
              onChange={header => set({ header })}
            />
          </Field>
          <Field label={t('option.decimalComma')} narrow>
            <Switch
              size="small"
              aria-label={t('option.decimalComma')}
              checked={preview.decimalComma === true}
              onChange={decimalComma => set({ decimalComma })}
            />
          </Field>
        </>
      ) : (
        <span className="t3 small">{t('parquet')}</span>
      )}
      <Button disabled={look.isPending} onClick={() => look.mutate({})}>
        {t('option.detect')}
      </Button>
      {look.error ? <ErrorState error={look.error} /> : null}
    </div>
  );
}

/** A pattern is typed or chosen, and tried when the field is left. */
function FormatField({
  preview,
  onChange,
}: {
  preview: ImportPreview;
  onChange(format: string | null): void;
}) {
  const t = useImportsText();
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null && typed !== (preview.timeFormat ?? '')) onChange(typed.trim() || null);
    setTyped(null);
  };
  return (
    <>
      <Input
        aria-label={t('option.timeFormat')}
        list="time-formats"
        value={typed ?? preview.timeFormat ?? ''}
        placeholder={t('option.missing')}
        status={preview.timeTrouble ? 'error' : undefined}
        onChange={event => setTyped(event.target.value)}
        onBlur={commit}
        onPressEnter={commit}
      />
      <datalist id="time-formats">
        {FORMATS.map(format => (
          <option key={format} value={format} />
        ))}
      </datalist>
    </>
  );
}

interface FieldProps {
  label: string;
  wide?: boolean;
  narrow?: boolean;
  children: ReactNode;
}

function Field({ label, wide, narrow, children }: FieldProps) {
  const size = wide ? styles.wide : narrow ? styles.narrow : '';
  return (
    <div className={[styles.field, size].filter(Boolean).join(' ')}>
      <span className="t3 small">{label}</span>
      {children}
    </div>
  );
}

import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { ImportColumn, ImportNewTag, ImportPreviewColumn } from '@/shared/api/contract';
import { AssetPicker } from '@/shared/assets/asset-picker';
import { TagPicker } from '@/shared/assets/tag-picker';
import { useTagsById } from '@/shared/assets/tags';
import { UnitField } from '@/shared/assets/unit-field';
import { useSay } from '@/shared/i18n/i18n';
import { Segmented } from '@/shared/ui/segmented';
import { SidePanel, Step } from '@/shared/ui/side-panel';
import { useImportsText } from './locale/texts';
import { freshTag, isUsed, type Place } from './mapping';
import styles from './imports.module.css';

type Fate = 'tag' | 'new' | 'skip';

interface Props {
  column: ImportPreviewColumn;
  wish: ImportColumn | undefined;
  place: Place;
  disabled: boolean;
  onChange(wish: ImportColumn): void;
  onClose(): void;
}

/** Where one column goes: to a tag there is, to a new one, or nowhere. */
export function ColumnPanel({ column, wish, place, disabled, onChange, onClose }: Props) {
  const t = useImportsText();
  const fate: Fate = wish?.newTag && !wish.skip ? 'new' : wish && !wish.skip ? 'tag' : 'skip';
  const choose = (next: Fate) => {
    if (next === 'skip') onChange({ column: column.name, skip: true });
    else if (next === 'new') onChange(freshTag(column, place));
    else onChange({ column: column.name, unit: column.unit || undefined });
  };
  return (
    <SidePanel
      title={column.name}
      marks={<span className="chip">{t(`kind.${column.kind}`)}</span>}
      onClose={onClose}
    >
      <Step step={1} title={t('column.sample')}>
        <ul className={styles.sample}>
          {column.sample.map(cell => (
            <li key={cell}>{cell}</li>
          ))}
        </ul>
        {column.kind === 'TEXT' && <p className="t2 small">{t('words.detail')}</p>}
      </Step>
      <Step step={3} title={t('column.fate')}>
        <div className={styles.form}>
          {!disabled && (
            <Segmented<Fate>
              label={t('column.fate')}
              value={fate}
              onChange={choose}
              options={[
                { value: 'tag', label: t('fate.tag') },
                { value: 'new', label: t('fate.new') },
                { value: 'skip', label: t('fate.skip') },
              ]}
            />
          )}
          {wish && fate === 'tag' && <Existing {...{ column, wish, disabled, onChange }} />}
          {wish?.newTag && fate === 'new' && (
            <Fresh {...{ column, wish, disabled, onChange }} tag={wish.newTag} />
          )}
          {!isUsed(wish) && fate === 'skip' && <p className="t3 small">{t('fate.skip.detail')}</p>}
        </div>
      </Step>
    </SidePanel>
  );
}

type FormProps = Pick<Props, 'column' | 'disabled' | 'onChange'> & { wish: ImportColumn };

function Existing({ column, wish, disabled, onChange }: FormProps) {
  const t = useImportsText();
  const say = useSay();
  const tag = useTagsById(wish.tagId ? [wish.tagId] : []).data?.get(wish.tagId ?? 0);
  return (
    <>
      <Labelled label={t('field.tag')}>
        <TagPicker
          disabled={disabled}
          value={wish.tagId ?? null}
          onChange={tagId => onChange({ ...wish, tagId: tagId ?? undefined })}
        />
      </Labelled>
      {column.kind !== 'TEXT' && (
        <Labelled label={t('field.fileUnit')}>
          <UnitField
            label={t('field.fileUnit')}
            disabled={disabled}
            value={wish.unit ?? tag?.unit ?? ''}
            onChange={unit => onChange({ ...wish, unit })}
          />
        </Labelled>
      )}
      {tag && (
        <p className="t2 small">
          {tag.states?.length
            ? t('states', { states: tag.states.map(one => `${one.code} ${say(one)}`).join(', ') })
            : t('field.tagUnit', { unit: tag.unit || '1' })}
        </p>
      )}
    </>
  );
}

function Fresh({ column, wish, tag, disabled, onChange }: FormProps & { tag: ImportNewTag }) {
  const t = useImportsText();
  const label = tag.label ?? { zh: tag.name, en: tag.name };
  const put = (changed: Partial<ImportNewTag>) => onChange({ ...wish, newTag: { ...tag, ...changed } });
  return (
    <>
      <Labelled label={t('field.asset')}>
        <AssetPicker
          disabled={disabled}
          value={tag.assetId || null}
          onChange={assetId => put({ assetId: assetId ?? 0 })}
        />
      </Labelled>
      {(['name', 'zh', 'en'] as const).map(key => (
        <Labelled key={key} label={t(`field.${key}`)}>
          <Input
            aria-label={t(`field.${key}`)}
            disabled={disabled}
            maxLength={200}
            value={key === 'name' ? tag.name : label[key]}
            onChange={event =>
              put(
                key === 'name'
                  ? { name: event.target.value }
                  : { label: { ...label, [key]: event.target.value } },
              )
            }
          />
        </Labelled>
      ))}
      {column.kind !== 'TEXT' && (
        <>
          <Labelled label={t('field.unit')}>
            <UnitField
              label={t('field.unit')}
              disabled={disabled}
              value={tag.unit}
              onChange={unit => put({ unit })}
            />
          </Labelled>
          <Labelled label={t('field.fileUnit')}>
            <UnitField
              label={t('field.fileUnit')}
              disabled={disabled}
              value={wish.unit ?? tag.unit}
              onChange={unit => onChange({ ...wish, unit })}
            />
          </Labelled>
        </>
      )}
    </>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.labelled}>
      <span className="t2 small">{label}</span>
      {children}
    </div>
  );
}

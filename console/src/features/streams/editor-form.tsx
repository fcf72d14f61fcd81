import { Input, Select } from 'antd';
import type { StreamMode } from '@/shared/api/contract';
import { Segmented } from '@/shared/ui/segmented';
import { type Kind, KINDS } from './definition';
import { Field } from './fault';
import { InputRows } from './input-rows';
import { KindFields, LengthField } from './kind-fields';
import { useStreamsText } from './locale/texts';
import styles from './streams.module.css';
import type { DraftState } from './use-draft';

const MODES: readonly StreamMode[] = ['OFF', 'DRY_RUN', 'ON'];

interface Props {
  state: DraftState;
  mode: StreamMode;
  onMode(mode: StreamMode): void;
}

/** All fields of a job, from its name to when it runs. */
export function EditorForm({ state, mode, onMode }: Props) {
  const t = useStreamsText();
  const { name, kind } = state.draft;
  return (
    <div className={styles.form}>
      <Field label={t('field.name')} path="name">
        <div className={styles.line}>
          {(['zh', 'en'] as const).map(language => (
            <Input
              key={language}
              aria-label={t(`field.name.${language}`)}
              placeholder={t(`language.${language}`)}
              maxLength={120}
              value={name[language]}
              onChange={event => state.put('name', { ...name, [language]: event.target.value })}
            />
          ))}
        </div>
      </Field>
      <Field label={t('column.kind')} path="kind">
        <Select<Kind>
          aria-label={t('column.kind')}
          style={{ width: '100%' }}
          value={kind}
          onChange={value => state.put('kind', value)}
          options={KINDS.map(value => ({
            value,
            label: `${t(`kind.${value}`)} · ${t(`kind.${value}.detail`)}`,
          }))}
        />
      </Field>
      <InputRows state={state} />
      <KindFields state={state} />
      <LengthField state={state} of="lateness" path="lateness" hint={t('field.lateness.hint')} />
      <Field label={t('column.mode')} path="mode" hint={t(`mode.${mode}.detail`)}>
        <Segmented<StreamMode>
          label={t('column.mode')}
          value={mode}
          onChange={onMode}
          options={MODES.map(value => ({ value, label: t(`mode.${value}`) }))}
        />
      </Field>
    </div>
  );
}

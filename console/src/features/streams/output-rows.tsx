import { Select } from 'antd';
import { UnitField } from '@/shared/assets/unit-field';
import { Button } from '@/shared/ui/button';
import { FIGURES, type Output } from './definition';
import { Field } from './fault';
import { useStreamsText } from './locale/texts';
import styles from './streams.module.css';
import { TagNameField } from './tag-name-field';
import type { DraftState } from './use-draft';

/** The tag that takes a result, with its unit. */
export function OutputRow({ value, onChange }: { value: Output; onChange(value: Output): void }) {
  const t = useStreamsText();
  return (
    <div className={styles.line}>
      <TagNameField
        label={t('field.outputTag')}
        value={value.tag}
        onChange={tag => onChange({ ...value, tag })}
      />
      <div className={styles.unit}>
        <UnitField
          label={t('field.unit')}
          placeholder={t('field.unit')}
          value={value.unit}
          onChange={unit => onChange({ ...value, unit: unit ?? '' })}
        />
      </div>
    </div>
  );
}

/** The statistics wanted of a window, each with its tag. */
export function WindowOutputs({ state }: { state: DraftState }) {
  const t = useStreamsText();
  const { outputs } = state.draft;
  const put = (i: number, value: Output) =>
    state.put(
      'outputs',
      outputs.map((one, k) => (k === i ? value : one)),
    );
  const free = FIGURES.find(figure => outputs.every(one => one.figure !== figure));
  return (
    <Field label={t('field.outputs')} path="outputs" hint={t('field.output.hint')}>
      {outputs.map((one, i) => (
        <div key={i} className={styles.line}>
          <Select
            className={styles.figure}
            aria-label={t('field.figure')}
            value={one.figure}
            onChange={figure => put(i, { ...one, figure })}
            options={FIGURES.map(value => ({
              value,
              label: t(`figure.${value}`),
              disabled: value !== one.figure && outputs.some(other => other.figure === value),
            }))}
          />
          <OutputRow value={one} onChange={value => put(i, value)} />
          <Button
            kind="text"
            aria-label={t('remove')}
            disabled={outputs.length === 1}
            onClick={() =>
              state.put(
                'outputs',
                outputs.filter((_, k) => k !== i),
              )
            }
          >
            {'✕'}
          </Button>
        </div>
      ))}
      {free && (
        <Button
          kind="text"
          onClick={() => state.put('outputs', [...outputs, { figure: free, tag: '', unit: '' }])}
        >
          {t('field.addOutput')}
        </Button>
      )}
    </Field>
  );
}

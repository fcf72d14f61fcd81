import { Input } from 'antd';
import { Segmented } from '@/shared/ui/segmented';
import { Field } from './fault';
import { ExpressionField, LengthField, WayField } from './kind-fields';
import { useStreamsText } from './locale/texts';
import styles from './streams.module.css';
import type { DraftState } from './use-draft';

/** When a rule holds, how long points must confirm it, and what it says. */
export function RuleFields({ state }: { state: DraftState }) {
  const t = useStreamsText();
  const { way, priority, title } = state.draft;
  return (
    <>
      <WayField state={state} />
      {way === 'when' ? (
        <>
          <ExpressionField state={state} of="when" path="when" label={t('field.when')} />
          <ExpressionField state={state} of="until" path="until" label={t('field.until')} />
        </>
      ) : (
        <>
          <ExpressionField state={state} of="value" path="value" label={t('field.value')} />
          <LengthField state={state} of="limit" path={way} />
          <LengthField state={state} of="hysteresis" path="hysteresis" hint={t('field.hysteresis.hint')} />
        </>
      )}
      <LengthField state={state} of="delay" path="delay" hint={t('field.delay.hint')} />
      <LengthField state={state} of="clearDelay" path="clearDelay" />
      <Field label={t('field.priority')} path="priority">
        <Segmented
          label={t('field.priority')}
          value={String(priority)}
          onChange={value => state.put('priority', Number(value))}
          options={['1', '2', '3'].map(value => ({ value, label: value }))}
        />
      </Field>
      <Field label={t('field.title')} path="title" hint={t('field.title.hint')}>
        <div className={styles.line}>
          {(['zh', 'en'] as const).map(language => (
            <Input
              key={language}
              aria-label={t(`field.title.${language}`)}
              placeholder={t(`language.${language}`)}
              maxLength={80}
              value={title[language]}
              onChange={event => state.put('title', { ...title, [language]: event.target.value })}
            />
          ))}
        </div>
      </Field>
    </>
  );
}

import { Form, Input, InputNumber, Switch } from 'antd';
import type { Tag } from '@/shared/api/contract';
import { UnitField } from '@/shared/assets/unit-field';
import { useAssetsText } from './locale/texts';

type States = NonNullable<Tag['states']>;

/** States are written one a line: "code = 中文 = English". */
export const statesText = (states: States | null | undefined) =>
  (states ?? []).map(state => `${state.code} = ${state.zh} = ${state.en}`).join('\n');

export function statesOf(text: string): States {
  return text
    .split('\n')
    .map(line => line.split('=').map(part => part.trim()))
    .filter(([code]) => code)
    .map(([code = '', zh = '', en = '']) => ({ code: Number(code), zh, en: en || zh }));
}

const badState = (text: string) =>
  statesOf(text ?? '').some(state => !Number.isInteger(state.code) || !state.zh);

/** What a tag measures, in a form; the same for a tag and for the tag of a template. */
export function TraitFields() {
  const t = useAssetsText();
  const required = [{ required: true, message: t('form.required') }];
  const pair = (low: string, high: string, label: string) => (
    <Form.Item label={label}>
      <div className="row">
        <Form.Item name={low} noStyle>
          <InputNumber aria-label={`${label} ${t('field.low')}`} placeholder={t('field.low')} />
        </Form.Item>
        {'…'}
        <Form.Item name={high} noStyle>
          <InputNumber aria-label={`${label} ${t('field.high')}`} placeholder={t('field.high')} />
        </Form.Item>
      </div>
    </Form.Item>
  );
  return (
    <>
      <Form.Item
        name="quantity"
        label={t('field.quantity')}
        rules={required}
        extra={t('field.quantity.hint')}
      >
        <Input maxLength={80} />
      </Form.Item>
      {(['label', 'group'] as const).map(key => (
        <Form.Item key={key} label={t(`field.${key}`)} required={key === 'label'}>
          <div className="row">
            {(['zh', 'en'] as const).map(language => (
              <Form.Item
                key={language}
                name={[key, language]}
                noStyle
                rules={key === 'label' ? required : undefined}
              >
                <Input
                  maxLength={120}
                  aria-label={`${t(`field.${key}`)} ${t(`field.${language}`)}`}
                  placeholder={t(`field.${language}`)}
                />
              </Form.Item>
            ))}
          </div>
        </Form.Item>
      ))}
      <Form.Item name="unit" label={t('field.unit')} extra={t('field.unit.hint')}>
        <UnitField label={t('field.unit')} />
      </Form.Item>
      {pair('low', 'high', t('field.range'))}
      {pair('limitLow', 'limitHigh', t('column.limits'))}
      <Form.Item name="step" label={t('kind.step')} valuePropName="checked" extra={t('field.step.hint')}>
        <Switch size="small" />
      </Form.Item>
      <Form.Item
        name="states"
        label={t('field.states')}
        extra={t('field.states.hint')}
        rules={[
          {
            validator: (_, text: string) =>
              badState(text) ? Promise.reject(new Error(t('field.states.bad'))) : Promise.resolve(),
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} />
      </Form.Item>
      <Form.Item name="expectedPeriodSeconds" label={t('field.period')} extra={t('field.period.hint')}>
        <InputNumber min={0.001} />
      </Form.Item>
      <Form.Item name="retentionClass" label={t('field.retention')} rules={required}>
        <Input maxLength={40} />
      </Form.Item>
    </>
  );
}

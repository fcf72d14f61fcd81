import { Form, Input, Select } from 'antd';
import { Button } from '@/shared/ui/button';
import { emptyMapping } from './draft';
import { useConnectionsText } from './locale/texts';
import styles from './connections.module.css';

const TIMES = ['EPOCH_MS', 'EPOCH_S', 'EPOCH_US', 'ISO_8601'] as const;
const QUALITIES = ['WORD', 'OPC_DA', 'OPC_UA'] as const;

/** Which messages become which tags. */
export function MappingFields() {
  const t = useConnectionsText();
  return (
    <Form.List name={['mqtt', 'mappings']}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(field => (
            <fieldset key={field.key} className={styles.mapping}>
              <legend className="small">{t('mapping', { number: field.name + 1 })}</legend>
              <Mapping at={field.name} />
              {fields.length > 1 && <Button onClick={() => remove(field.name)}>{t('mapping.remove')}</Button>}
            </fieldset>
          ))}
          <Button onClick={() => add(emptyMapping)}>{t('mapping.add')}</Button>
        </>
      )}
    </Form.List>
  );
}

function Mapping({ at }: { at: number }) {
  const t = useConnectionsText();
  const required = [{ required: true, message: t('form.required') }];
  const optional = (field: 'time' | 'quality', format: 'timeFormat' | 'qualityFormat') => (
    <Form.Item label={t(`mapping.${field}`)} extra={t(`mapping.${field}.hint`)}>
      <div className="row">
        <Form.Item name={[at, field]} noStyle>
          <Input placeholder={`/${field}`} aria-label={t(`mapping.${field}`)} />
        </Form.Item>
        <Form.Item name={[at, format]} noStyle>
          <Select
            aria-label={t(`mapping.${format}`)}
            options={(format === 'timeFormat' ? TIMES : QUALITIES).map(value => ({
              value,
              label: t(`format.${value}`),
            }))}
          />
        </Form.Item>
      </div>
    </Form.Item>
  );
  return (
    <>
      <Form.Item
        name={[at, 'topic']}
        label={t('mapping.topic')}
        extra={t('mapping.topic.hint')}
        rules={required}
      >
        <Input placeholder={t('mapping.topic.example')} />
      </Form.Item>
      <Form.Item name={[at, 'value']} label={t('mapping.value')} extra={t('mapping.value.hint')}>
        <Input placeholder={t('mapping.value.example')} />
      </Form.Item>
      <Form.Item
        name={[at, 'name']}
        label={t('mapping.name')}
        extra={t('mapping.name.hint')}
        rules={required}
      >
        <Input placeholder={t('mapping.name.example')} />
      </Form.Item>
      {optional('time', 'timeFormat')}
      {optional('quality', 'qualityFormat')}
    </>
  );
}

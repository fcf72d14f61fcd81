import { Form, Input, InputNumber, Select } from 'antd';
import { useConnectionsText } from './locale/texts';

/** What a connection over a broker needs: version, session, authority; for Sparkplug host and groups. */
export function BrokerFields({ kind }: { kind: 'MQTT' | 'SPARKPLUG' }) {
  const t = useConnectionsText();
  const section = kind === 'MQTT' ? 'mqtt' : 'sparkplug';
  return (
    <>
      <Form.Item name={[section, 'version']} label={t('field.version')}>
        <Select
          options={[
            { value: 5, label: 'MQTT 5' },
            { value: 3, label: 'MQTT 3.1.1' },
          ]}
        />
      </Form.Item>
      <Form.Item name={[section, 'clientId']} label={t('field.clientId')} extra={t('form.clientId.hint')}>
        <Input maxLength={64} />
      </Form.Item>
      {kind === 'MQTT' ? <SessionFields /> : <HostFields />}
      <Form.Item
        name={[section, 'caCertificates']}
        label={t('field.caCertificates')}
        extra={t('form.caCertificates.hint')}
      >
        <Input.TextArea rows={2} placeholder={t('form.caCertificates.example')} />
      </Form.Item>
    </>
  );
}

function SessionFields() {
  const t = useConnectionsText();
  return (
    <>
      <Form.Item name={['mqtt', 'qos']} label={t('field.qos')}>
        <Select
          options={[
            { value: 1, label: t('qos.1') },
            { value: 0, label: t('qos.0') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name={['mqtt', 'sessionHours']}
        label={t('field.sessionHours')}
        extra={t('form.sessionHours.hint')}
      >
        <InputNumber min={0} max={8760} precision={0} suffix="h" />
      </Form.Item>
    </>
  );
}

function HostFields() {
  const t = useConnectionsText();
  return (
    <>
      <Form.Item name={['sparkplug', 'hostId']} label={t('field.hostId')} extra={t('form.hostId.hint')}>
        <Input maxLength={64} />
      </Form.Item>
      <Form.Item name={['sparkplug', 'groups']} label={t('field.groups')} extra={t('form.groups.hint')}>
        <Select mode="tags" open={false} tokenSeparators={[',', ' ']} />
      </Form.Item>
    </>
  );
}

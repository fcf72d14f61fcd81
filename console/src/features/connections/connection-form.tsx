import { Form, Input, Modal, Select, Switch } from 'antd';
import { useState } from 'react';
import { useSharedText } from '@/shared/locale/texts';
import { Segmented } from '@/shared/ui/segmented';
import { ErrorState } from '@/shared/ui/states';
import { type ConnectionDraft, useSaveConnection } from './api';
import { BrokerFields } from './broker-fields';
import { ADDRESSES, emptyConnection, type Kind, KINDS } from './draft';
import { useConnectionsText } from './locale/texts';
import { MappingFields } from './mapping-fields';

interface Props {
  draft: ConnectionDraft;
  onClose(): void;
}

/** Makes or changes a connection; its kind is chosen once. An empty password keeps the one there is. */
export function ConnectionForm({ draft, onClose }: Props) {
  const t = useConnectionsText();
  const shared = useSharedText();
  const save = useSaveConnection();
  const [form] = Form.useForm<ConnectionDraft>();
  const [kind, setKind] = useState<Kind>(draft.kind ?? 'OPC_UA');
  const fresh = draft.id === 0;
  const choose = (next: Kind) => {
    form.setFieldsValue({ ...emptyConnection(next), name: form.getFieldValue('name') as string });
    setKind(next);
  };
  const submit = async () => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    await save
      .mutateAsync({
        ...values,
        id: draft.id,
        kind,
        username: values.username?.trim() || undefined,
        password: values.password || undefined,
      })
      .then(onClose, () => undefined);
  };
  return (
    <Modal
      open
      width={kind === 'OPC_UA' ? 540 : 680}
      title={t(fresh ? 'new' : 'edit')}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form<ConnectionDraft> form={form} initialValues={draft} labelCol={{ span: 6 }} autoComplete="off">
        {fresh && (
          <Form.Item label={t('field.kind')}>
            <Segmented<Kind>
              label={t('field.kind')}
              value={kind}
              onChange={choose}
              options={KINDS.map(value => ({ value, label: t(`kind.${value}`) }))}
            />
          </Form.Item>
        )}
        <Common kind={kind} fresh={fresh} />
        {kind !== 'OPC_UA' && <BrokerFields kind={kind} />}
        {kind === 'MQTT' && <MappingFields />}
      </Form>
      {save.error ? <ErrorState error={save.error} /> : null}
    </Modal>
  );
}

function Common({ kind, fresh }: { kind: Kind; fresh: boolean }) {
  const t = useConnectionsText();
  const required = [{ required: true, message: t('form.required') }];
  const way = kind === 'OPC_UA' ? 'opcua' : 'broker';
  return (
    <>
      <Form.Item name="name" label={t('column.name')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="endpoint"
        label={t('column.endpoint')}
        extra={t(`form.endpoint.hint.${way}`)}
        rules={[...required, { pattern: ADDRESSES[kind], message: t(`form.endpoint.bad.${way}`) }]}
      >
        <Input maxLength={500} />
      </Form.Item>
      {kind === 'OPC_UA' && (
        <Form.Item name="securityPolicy" label={t('field.security')} extra={t('form.security.hint')}>
          <Select
            options={[
              { value: 'Basic256Sha256', label: t('security.Basic256Sha256') },
              { value: 'None', label: t('security.None') },
            ]}
          />
        </Form.Item>
      )}
      <Form.Item name="username" label={t('field.username')} extra={t('form.username.hint')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('field.password')}
        extra={fresh ? undefined : t('form.password.hint')}
      >
        <Input.Password maxLength={500} autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="enabled" label={t('field.enabled')} valuePropName="checked">
        <Switch size="small" />
      </Form.Item>
    </>
  );
}

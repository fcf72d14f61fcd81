import { Form, Input, Modal, Select, Switch } from 'antd';
import { useSharedText } from '@/shared/locale/texts';
import { ErrorState } from '@/shared/ui/states';
import { type ConnectionDraft, useSaveConnection } from './api';
import { useConnectionsText } from './locale/texts';

export const emptyConnection: ConnectionDraft = {
  id: 0,
  name: '',
  endpoint: 'opc.tcp://',
  securityPolicy: 'Basic256Sha256',
  username: '',
  password: '',
  enabled: true,
};

interface Props {
  draft: ConnectionDraft;
  onClose(): void;
}

/** Makes or changes a connection; an empty password keeps the one there is. */
export function ConnectionForm({ draft, onClose }: Props) {
  const t = useConnectionsText();
  const shared = useSharedText();
  const save = useSaveConnection();
  const [form] = Form.useForm<ConnectionDraft>();
  const fresh = draft.id === 0;
  const submit = async () => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    await save
      .mutateAsync({
        ...values,
        id: draft.id,
        username: values.username?.trim() || undefined,
        password: values.password || undefined,
      })
      .then(onClose, () => undefined);
  };
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Modal
      open
      width={540}
      title={t(fresh ? 'new' : 'edit')}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form<ConnectionDraft> form={form} initialValues={draft} labelCol={{ span: 6 }} autoComplete="off">
        <Form.Item name="name" label={t('column.name')} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="endpoint"
          label={t('column.endpoint')}
          extra={t('form.endpoint.hint')}
          rules={[...required, { pattern: /^opc\.tcp:\/\/[^\s/]+/, message: t('form.endpoint.bad') }]}
        >
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="securityPolicy" label={t('field.security')} extra={t('form.security.hint')}>
          <Select
            options={[
              { value: 'Basic256Sha256', label: t('security.Basic256Sha256') },
              { value: 'None', label: t('security.None') },
            ]}
          />
        </Form.Item>
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
      </Form>
      {save.error ? <ErrorState error={save.error} /> : null}
    </Modal>
  );
}

import { Form, Input, Modal, Select, Switch } from 'antd';
import { useAssets } from '@/shared/assets/assets';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { ErrorState } from '@/shared/ui/states';
import { ROLES, type UserDraft, useSaveUser } from './api';
import { useUsersText } from './locale/texts';

interface Props {
  draft: UserDraft;
  onClose(): void;
}

/** Adds or changes a person; what the server refuses is said in the form. */
export function UserForm({ draft, onClose }: Props) {
  const t = useUsersText();
  const shared = useSharedText();
  const say = useSay();
  const { tree } = useAssets();
  const save = useSaveUser();
  const [form] = Form.useForm<UserDraft>();
  const fresh = draft.id === 0;
  const required = [{ required: true, message: t('form.required') }];
  const submit = async () => {
    const values = await form.validateFields().catch(() => null);
    if (values) await save.mutateAsync({ ...draft, ...values }).then(onClose, () => undefined);
  };
  return (
    <Modal
      open
      title={fresh ? t('new') : t('edit')}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form form={form} initialValues={draft} labelCol={{ span: 6 }} autoComplete="off">
        <Form.Item name="username" label={t('column.username')} rules={required}>
          <Input disabled={!fresh} maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="displayName" label={t('column.name')} rules={required}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="roles" label={t('column.roles')} rules={required}>
          <Select mode="multiple" options={ROLES.map(role => ({ value: role, label: t(`role.${role}`) }))} />
        </Form.Item>
        <Form.Item name="sites" label={t('column.sites')}>
          <Select
            mode="multiple"
            placeholder={t('sites.all')}
            options={tree.all
              .filter(asset => asset.kind === 'PLANT')
              .map(asset => ({ value: asset.id, label: say(asset.name) }))}
          />
        </Form.Item>
        {fresh ? (
          <Form.Item
            name="password"
            label={t('form.password')}
            extra={t('form.password.hint')}
            rules={required}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        ) : (
          <Form.Item name="enabled" label={t('column.enabled')} valuePropName="checked">
            <Switch size="small" />
          </Form.Item>
        )}
      </Form>
      {save.error ? <ErrorState error={save.error} /> : null}
    </Modal>
  );
}

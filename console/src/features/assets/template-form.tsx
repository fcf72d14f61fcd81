import { Form, Input, Modal } from 'antd';
import type { Template } from '@/shared/api/contract';
import { useSharedText } from '@/shared/locale/texts';
import { ErrorState } from '@/shared/ui/states';
import { useSaveTemplate } from './api';
import { useAssetsText } from './locale/texts';

interface Props {
  /** One without a code is made anew. */
  template: Template;
  onClose(): void;
  onSaved(code: string): void;
}

export const emptyTemplate: Template = { code: '', name: { zh: '', en: '' }, tags: [] };

/** Names a kind of equipment; its tags are given in the table beside. */
export function TemplateForm({ template, onClose, onSaved }: Props) {
  const t = useAssetsText();
  const shared = useSharedText();
  const save = useSaveTemplate();
  const [form] = Form.useForm<Template>();
  const isNew = template.code === '';
  const submit = async () => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    await save.mutateAsync({ template: { ...template, ...values }, isNew }).then(
      () => {
        onSaved(values.code);
        onClose();
      },
      () => undefined,
    );
  };
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Modal
      open
      width={480}
      title={t(isNew ? 'templates.new' : 'templates.edit')}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form<Template>
        form={form}
        size="small"
        initialValues={template}
        labelCol={{ span: 5 }}
        autoComplete="off"
      >
        <Form.Item name="code" label={t('field.code')} rules={required}>
          <Input maxLength={64} disabled={!isNew} />
        </Form.Item>
        {(['zh', 'en'] as const).map(language => (
          <Form.Item key={language} name={['name', language]} label={t(`field.${language}`)} rules={required}>
            <Input maxLength={120} />
          </Form.Item>
        ))}
      </Form>
      {save.error ? <ErrorState error={save.error} /> : null}
    </Modal>
  );
}

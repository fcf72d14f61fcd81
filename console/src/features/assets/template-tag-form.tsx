import { Form, Input, Modal } from 'antd';
import type { Template, TemplateTag } from '@/shared/api/contract';
import { useSharedText } from '@/shared/locale/texts';
import { ErrorState } from '@/shared/ui/states';
import { useSaveTemplate } from './api';
import { useAssetsText } from './locale/texts';
import { statesOf, statesText, TraitFields } from './trait-fields';

type Traits = TemplateTag['traits'];
interface Fields extends Omit<Traits, 'states'> {
  suffix: string;
  states: string;
}

const EMPTY: Traits = {
  quantity: '',
  label: { zh: '', en: '' },
  group: { zh: '', en: '' },
  unit: '',
  step: false,
  retentionClass: 'default',
};

interface Props {
  template: Template;
  /** Absent for a new one. */
  tag: TemplateTag | undefined;
  onClose(): void;
}

/** A tag of a template: what every asset made from it gets. */
export function TemplateTagForm({ template, tag, onClose }: Props) {
  const t = useAssetsText();
  const shared = useSharedText();
  const save = useSaveTemplate();
  const [form] = Form.useForm<Fields>();
  const submit = async () => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    const { suffix, states: text, ...plain } = values;
    const states = statesOf(text ?? '');
    const changed: TemplateTag = {
      suffix,
      traits: { ...tag?.traits, ...plain, states: states.length ? states : undefined },
    };
    const tags = tag ? template.tags.map(one => (one === tag ? changed : one)) : [...template.tags, changed];
    await save.mutateAsync({ template: { ...template, tags }, isNew: false }).then(onClose, () => undefined);
  };
  return (
    <Modal
      open
      width={560}
      style={{ top: 40 }}
      title={t(tag ? 'tag.edit' : 'tags.new')}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        size="small"
        initialValues={{
          ...(tag?.traits ?? EMPTY),
          suffix: tag?.suffix ?? '',
          states: statesText(tag?.traits.states),
        }}
        labelCol={{ span: 6 }}
        autoComplete="off"
      >
        <Form.Item
          name="suffix"
          label={t('field.suffix')}
          extra={t('templates.suffix.hint')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <TraitFields />
      </Form>
      {save.error ? <ErrorState error={save.error} /> : null}
    </Modal>
  );
}

import { Form, Input, Modal } from 'antd';
import type { Tag } from '@/shared/api/contract';
import { AssetPicker } from '@/shared/assets/asset-picker';
import { useSharedText } from '@/shared/locale/texts';
import { ErrorState } from '@/shared/ui/states';
import { useSaveTag } from './api';
import { type CompressionDraft, compressionDraft, CompressionFields } from './compression-fields';
import { useAssetsText } from './locale/texts';
import { statesOf, statesText, TraitFields } from './trait-fields';

interface Fields extends Omit<Tag, 'states' | 'compression'>, CompressionDraft {
  states: string;
}

interface Props {
  tag: Tag;
  onClose(): void;
}

/** Makes or changes a tag; what the server refuses is said in the form. */
export function TagForm({ tag, onClose }: Props) {
  const t = useAssetsText();
  const shared = useSharedText();
  const save = useSaveTag();
  const [form] = Form.useForm<Fields>();
  const submit = async () => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    const { compressed, compression, states: text, ...plain } = values;
    const states = statesOf(text ?? '');
    await save
      .mutateAsync({
        ...tag,
        ...plain,
        states: states.length ? states : undefined,
        compression: compressed ? compression : undefined,
      })
      .then(onClose, () => undefined);
  };
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Modal
      open
      width={560}
      style={{ top: 40 }}
      title={t(tag.id === 0 ? 'tags.new' : 'tag.edit')}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        size="small"
        initialValues={{ ...tag, states: statesText(tag.states), ...compressionDraft(tag) }}
        labelCol={{ span: 6 }}
        autoComplete="off"
      >
        <Form.Item name="assetId" label={t('column.where')} rules={required}>
          <AssetPicker />
        </Form.Item>
        <Form.Item name="name" label={t('column.name')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <TraitFields />
        <CompressionFields tag={tag.id} unit={tag.unit} />
      </Form>
      {save.error ? <ErrorState error={save.error} /> : null}
    </Modal>
  );
}

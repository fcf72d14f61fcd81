import { Form, Input, InputNumber, Modal, Select } from 'antd';
import type { Asset } from '@/shared/api/contract';
import { AssetPicker } from '@/shared/assets/asset-picker';
import { useAssets, useScope } from '@/shared/assets/assets';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { ErrorState } from '@/shared/ui/states';
import { kindsBelow, useSaveAsset, useTemplates } from './api';
import { useAssetsText } from './locale/texts';

interface Fields extends Omit<Asset, 'attributes'> {
  attributes: string;
}

/** Attributes are written one a line: "key = value". */
export const attributesText = (attributes: Record<string, string>) =>
  Object.entries(attributes)
    .map(([key, value]) => `${key} = ${value}`)
    .join('\n');

export function attributesOf(text: string): Record<string, string> {
  const pairs = text
    .split('\n')
    .map(line => line.split('='))
    .map(([key = '', ...rest]) => [key.trim(), rest.join('=').trim()] as const)
    .filter(([key]) => key);
  return Object.fromEntries(pairs);
}

interface Props {
  draft: Asset;
  onClose(): void;
}

/** Makes, changes or moves an asset; what the server refuses is said in the form. */
export function AssetForm({ draft, onClose }: Props) {
  const t = useAssetsText();
  const shared = useSharedText();
  const { setScope } = useScope();
  const save = useSaveAsset();
  const [form] = Form.useForm<Fields>();
  const fresh = draft.id === 0;
  const submit = async () => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    const { position } = values;
    const whole = position && position.row && position.column ? position : undefined;
    await save
      .mutateAsync({
        ...draft,
        ...values,
        position: whole,
        attributes: attributesOf(values.attributes ?? ''),
      })
      .then(
        saved => {
          if (fresh) setScope(saved.id);
          onClose();
        },
        () => undefined,
      );
  };
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Modal
      open
      width={540}
      title={t(fresh ? 'form.new' : 'form.edit')}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        initialValues={{ ...draft, attributes: attributesText(draft.attributes) }}
        labelCol={{ span: 6 }}
        autoComplete="off"
      >
        <Form.Item name="parentId" label={t('field.parent')}>
          <AssetPicker />
        </Form.Item>
        <KindField />
        <Form.Item name="code" label={t('field.code')} rules={required} extra={t('field.code.hint')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name={['name', 'zh']} label={t('field.zh')} rules={required}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name={['name', 'en']} label={t('field.en')} rules={required}>
          <Input maxLength={120} />
        </Form.Item>
        {fresh && <TemplateField />}
        <Form.Item label={t('field.position')}>
          <div className="row">
            <Form.Item name={['position', 'row']} noStyle>
              <InputNumber min={1} aria-label={t('field.row')} placeholder={t('field.row')} />
            </Form.Item>
            <Form.Item name={['position', 'column']} noStyle>
              <InputNumber min={1} aria-label={t('field.column')} placeholder={t('field.column')} />
            </Form.Item>
          </div>
        </Form.Item>
        <Form.Item name="attributes" label={t('field.attributes')} extra={t('field.attributes.hint')}>
          <Input.TextArea rows={3} placeholder={t('field.attributes.example')} />
        </Form.Item>
      </Form>
      {save.error ? <ErrorState error={save.error} /> : null}
    </Modal>
  );
}

/** Only kinds that fit below the parent chosen. */
function KindField() {
  const t = useAssetsText();
  const shared = useSharedText();
  const { tree } = useAssets();
  const parent = tree.find(Form.useWatch<number | undefined>('parentId'));
  return (
    <Form.Item name="kind" label={t('field.kind')} rules={[{ required: true }]}>
      <Select
        options={kindsBelow(parent?.kind).map(kind => ({ value: kind, label: shared(`asset.${kind}`) }))}
      />
    </Form.Item>
  );
}

function TemplateField() {
  const t = useAssetsText();
  const say = useSay();
  const templates = useTemplates().data ?? [];
  return (
    <Form.Item name="template" label={t('field.template')} extra={t('field.template.hint')}>
      <Select
        allowClear
        placeholder={t('template.none')}
        options={templates.map(one => ({
          value: one.code,
          label: t('template.option', { name: say(one.name), count: one.tags.length }),
        }))}
      />
    </Form.Item>
  );
}

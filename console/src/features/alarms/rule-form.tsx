import { Form, Input, InputNumber, Modal, Segmented, Select, Switch, TreeSelect } from 'antd';
import { useMemo, useState } from 'react';
import type { AlarmRule } from '@/shared/api/contract';
import { type AssetTree, useAssets } from '@/shared/assets/assets';
import { TagPicker } from '@/shared/assets/tag-picker';
import { useTags } from '@/shared/assets/tags';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { ErrorState } from '@/shared/ui/states';
import { useSaveRule } from './api';
import { useAlarmsText } from './locale/texts';

const KINDS = ['LIMIT_HIGH', 'LIMIT_LOW', 'RATE', 'STALE'] as const;

const WORDS = ['cause', 'consequence', 'action'] as const;

/** Words in one language or both; undefined where there are none. */
const text = (words: AlarmRule['cause']) =>
  words?.zh || words?.en ? { zh: words.zh ?? '', en: words.en ?? '' } : undefined;

/** A rule to start from. */
export const emptyRule: AlarmRule = {
  id: 0,
  kind: 'LIMIT_HIGH',
  priority: 3,
  limit: 0,
  deadband: 0,
  delaySeconds: 10,
  enabled: true,
  title: { zh: '', en: '' },
};

interface Node {
  value: number;
  title: string;
  children: Node[];
}

/** Everything but single equipment: a rule for a quantity stands at a line or above. */
function nodes(tree: AssetTree, parent: number | null, say: ReturnType<typeof useSay>): Node[] {
  return tree
    .childrenOf(parent)
    .filter(asset => asset.kind !== 'EQUIPMENT')
    .map(asset => ({ value: asset.id, title: say(asset.name), children: nodes(tree, asset.id, say) }));
}

/** Adds or changes a rule; what the server refuses is said in the form. */
export function RuleForm({ rule, onClose }: { rule: AlarmRule; onClose(): void }) {
  const t = useAlarmsText();
  const shared = useSharedText();
  const save = useSaveRule();
  const [form] = Form.useForm<AlarmRule>();
  const [scope, setScope] = useState<'tag' | 'quantity'>(rule.assetId ? 'quantity' : 'tag');
  const submit = async () => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    const target =
      scope === 'tag'
        ? { tagId: values.tagId, assetId: undefined, quantity: undefined }
        : { tagId: undefined, assetId: values.assetId, quantity: values.quantity };
    const words = Object.fromEntries(WORDS.map(key => [key, text(values[key])]));
    await save.mutateAsync({ ...rule, ...values, ...words, ...target }).then(onClose, () => undefined);
  };
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Modal
      open
      width={560}
      title={t(rule.id ? 'rules.edit' : 'rules.new')}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form form={form} initialValues={rule} labelCol={{ span: 6 }} size="small" autoComplete="off">
        <Form.Item name={['title', 'zh']} label={t('form.titleZh')} rules={required}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name={['title', 'en']} label={t('form.titleEn')} rules={required}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item label={t('form.scope')}>
          <Segmented<'tag' | 'quantity'>
            value={scope}
            onChange={setScope}
            options={[
              { value: 'tag', label: t('form.scope.tag') },
              { value: 'quantity', label: t('form.scope.quantity') },
            ]}
          />
        </Form.Item>
        {scope === 'tag' ? (
          <Form.Item name="tagId" label={t('form.tag')} rules={required}>
            <TagPicker />
          </Form.Item>
        ) : (
          <QuantityScope required={required} />
        )}
        <Form.Item
          name="kind"
          label={t('form.kind')}
          rules={required}
          extra={rule.id > 0 ? t('form.kind.fixed') : undefined}
        >
          <Select
            disabled={rule.id > 0}
            options={KINDS.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
        </Form.Item>
        <Form.Item name="priority" label={t('form.priority')}>
          <Segmented options={[1, 2, 3]} />
        </Form.Item>
        <Form.Item name="limit" label={t('form.limit')} rules={required}>
          <InputNumber />
        </Form.Item>
        <Form.Item name="deadband" label={t('form.deadband')} rules={required}>
          <InputNumber min={0} />
        </Form.Item>
        <Form.Item name="delaySeconds" label={t('form.delay')} rules={required}>
          <InputNumber min={0} max={86_400} />
        </Form.Item>
        {WORDS.map(key => (
          <Form.Item key={key} label={t(`rule.${key}`)} style={{ marginBottom: 8 }}>
            <Form.Item name={[key, 'zh']} noStyle>
              <Input
                maxLength={400}
                placeholder={t('form.zh')}
                aria-label={`${t(`rule.${key}`)} ${t('form.zh')}`}
              />
            </Form.Item>
            <Form.Item name={[key, 'en']} noStyle>
              <Input
                maxLength={400}
                placeholder={t('form.en')}
                aria-label={`${t(`rule.${key}`)} ${t('form.en')}`}
              />
            </Form.Item>
          </Form.Item>
        ))}
        <Form.Item name="enabled" label={t('rules.column.enabled')} valuePropName="checked">
          <Switch size="small" />
        </Form.Item>
      </Form>
      {save.error ? <ErrorState error={save.error} /> : null}
    </Modal>
  );
}

function QuantityScope({ required }: { required: { required: boolean; message: string }[] }) {
  const t = useAlarmsText();
  const say = useSay();
  const { tree } = useAssets();
  const assetId = Form.useWatch('assetId') as number | undefined;
  const tags = useTags({ assetId, subtree: true, size: 200 }, Boolean(assetId)).data?.items;
  const quantities = useMemo(
    () => new Map((tags ?? []).map(tag => [tag.quantity, `${say(tag.label)} ${tag.unit}`])),
    [tags, say],
  );
  return (
    <>
      <Form.Item name="assetId" label={t('form.asset')} rules={required}>
        <TreeSelect treeData={nodes(tree, null, say)} treeDefaultExpandAll />
      </Form.Item>
      <Form.Item name="quantity" label={t('form.quantity')} rules={required}>
        <Select options={[...quantities].map(([value, label]) => ({ value, label }))} />
      </Form.Item>
    </>
  );
}

import { Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { TagPicker } from '@/shared/assets/tag-picker';
import { useTags, useTagsById } from '@/shared/assets/tags';
import { TagsPicker } from '@/shared/assets/tags-picker';
import { formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { useCarry } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { ErrorState } from '@/shared/ui/states';
import { useDefine } from './api';
import { useModelsText } from './locale/texts';
import { formatHorizon } from './versions';

const ROWS = [60, 300, 900, 1800, 3600, 14_400, 28_800, 86_400];
const MOST_ROWS = 200_000;
const MOST_INPUTS = 60;
const DAY = 86_400;

interface Draft {
  name?: string;
  target: number;
  inputs: number[];
  everySeconds: number;
  horizonRows: number;
  days: number;
  train: boolean;
}

const START: Partial<Draft> = { inputs: [], everySeconds: 900, horizonRows: 4, days: 365, train: true };

/** Asks what is to be forecast of which tag. */
export function Define() {
  const t = useModelsText();
  const may = useMay('ENGINEER');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        kind="primary"
        disabled={!may}
        title={may ? undefined : t('noRight')}
        onClick={() => setOpen(true)}
      >
        {t('define')}
      </Button>
      {open && <DefineForm onClose={() => setOpen(false)} />}
    </>
  );
}

function DefineForm({ onClose }: { onClose(): void }) {
  const t = useModelsText();
  const shared = useSharedText();
  const carry = useCarry();
  const navigate = useNavigate();
  const define = useDefine();
  const [form] = Form.useForm<Draft>();
  const suggested = useSuggestedName(form);
  const submit = async () => {
    const draft = await form.validateFields().catch(() => null);
    if (!draft) return;
    const name = draft.name?.trim() || suggested;
    const { target, inputs, everySeconds, horizonRows, train } = draft;
    const model = { name, target, inputs, everySeconds, horizonRows, trainedOverSeconds: draft.days * DAY };
    const made = await define.mutateAsync({ ...model, train }).catch(() => null);
    if (made) void navigate(carry(`/models/${made.id}`));
  };
  const required = [{ required: true, message: t('define.required') }];
  return (
    <Modal
      open
      width={600}
      title={t('define')}
      okText={t('define.make')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ loading: define.isPending }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form form={form} initialValues={START} labelCol={{ span: 6 }} size="small" autoComplete="off">
        <Form.Item name="target" label={t('define.target')} rules={required}>
          <TagPicker />
        </Form.Item>
        <Inputs />
        <Form.Item name="everySeconds" label={t('define.every')} rules={required}>
          <Select options={ROWS.map(value => ({ value, label: formatHorizon(value) }))} />
        </Form.Item>
        <Horizon rules={required} />
        <Span rules={required} />
        <Form.Item name="name" label={t('define.name')}>
          <Input maxLength={80} placeholder={suggested} />
        </Form.Item>
        <Form.Item name="train" valuePropName="checked" wrapperCol={{ offset: 6 }}>
          <Checkbox>{t('define.train')}</Checkbox>
        </Form.Item>
      </Form>
      {define.error ? <ErrorState error={define.error} /> : null}
    </Modal>
  );
}

type DraftForm = ReturnType<typeof Form.useForm<Draft>>[0];
type Rules = { required: boolean; message: string }[];

function useTarget(form?: DraftForm) {
  const instance = Form.useFormInstance<Draft>();
  const target = Form.useWatch('target', form ?? instance);
  return useTagsById(target ? [target] : []).data?.get(target ?? 0);
}

/** What the form says: the target's name and how far ahead. */
function useSuggestedName(form: DraftForm) {
  const say = useSay();
  const tag = useTarget(form);
  const every = Form.useWatch('everySeconds', form) ?? 0;
  const rows = Form.useWatch('horizonRows', form) ?? 0;
  return tag ? `${say(tag.label)} +${formatHorizon(every * rows)}` : '';
}

/** The other tags looked at; those of the same asset are one click away. */
function Inputs() {
  const t = useModelsText();
  const form = Form.useFormInstance<Draft>();
  const target = useTarget();
  const near =
    useTags({ assetId: target?.assetId, size: MOST_INPUTS + 1 }, Boolean(target)).data?.items ?? [];
  const others = near.filter(tag => tag.id !== target?.id).map(tag => tag.id);
  const take = () => form.setFieldValue('inputs', others.slice(0, MOST_INPUTS));
  return (
    <Form.Item label={t('define.inputs')} extra={t('define.inputs.help')}>
      <Form.Item name="inputs" noStyle>
        <TagsPicker except={target?.id} most={MOST_INPUTS} id="inputs" />
      </Form.Item>
      {others.length > 0 && (
        <Button kind="text" onClick={take}>
          {t('define.inputs.near', { count: Math.min(others.length, MOST_INPUTS) })}
        </Button>
      )}
    </Form.Item>
  );
}

function Horizon({ rules }: { rules: Rules }) {
  const t = useModelsText();
  const form = Form.useFormInstance<Draft>();
  const every = Form.useWatch('everySeconds', form) ?? 0;
  const rows = Form.useWatch('horizonRows', form) ?? 0;
  return (
    <Form.Item label={t('define.horizon')}>
      <Form.Item name="horizonRows" noStyle rules={rules}>
        <InputNumber min={1} max={1000} precision={0} aria-label={t('define.horizon')} />
      </Form.Item>
      <span className="t2"> {t('define.rows', { span: formatHorizon(every * rows) })}</span>
    </Form.Item>
  );
}

/** How much history is learned from, up to the newest value of the target. */
function Span({ rules }: { rules: Rules }) {
  const t = useModelsText();
  const form = Form.useFormInstance<Draft>();
  const every = Form.useWatch('everySeconds', form) || DAY;
  const days = Form.useWatch('days', form) ?? 0;
  const rows = Math.floor((days * DAY) / every);
  const most = Math.floor((MOST_ROWS * every) / DAY);
  const within = { type: 'number' as const, max: most, message: t('define.tooLong', { most }) };
  return (
    <Form.Item label={t('define.span')} extra={t('define.span.help')}>
      <Form.Item name="days" noStyle rules={[...rules, within]} dependencies={['everySeconds']}>
        <InputNumber min={1} precision={0} aria-label={t('define.span')} />
      </Form.Item>
      <span className="t2"> {t('define.days', { rows: formatNumber(rows, 0) })}</span>
    </Form.Item>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, InputNumber, Modal } from 'antd';
import { api } from '@/shared/api/client';
import type { Kept } from '@/shared/api/contract';
import { useSharedText } from '@/shared/locale/texts';
import { ErrorState } from '@/shared/ui/states';
import { useAboutText } from './locale/texts';

interface Limits {
  pointDays?: number | null;
  rollupDays?: number | null;
}

/** Asks how long a class is kept; nothing means for ever. */
export function RetentionForm({ kept, onClose }: { kept: Kept; onClose(): void }) {
  const t = useAboutText();
  const shared = useSharedText();
  const client = useQueryClient();
  const [form] = Form.useForm<Limits>();
  const points = Form.useWatch('pointDays', form);
  const save = useMutation({
    mutationFn: ({ pointDays, rollupDays }: Limits) =>
      api.put('/api/history/retention/{name}', {
        path: { name: kept.name },
        body: { pointDays: pointDays ?? undefined, rollupDays: rollupDays ?? undefined },
      }),
    onSuccess: onClose,
    onSettled: () => void client.invalidateQueries({ queryKey: ['history'] }),
  });
  return (
    <Modal
      open
      title={t('retention.title', { name: kept.name })}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ loading: save.isPending, danger: typeof points === 'number' }}
      onOk={() => save.mutate(form.getFieldsValue())}
      onCancel={onClose}
      width={440}
    >
      <Form form={form} initialValues={kept} labelCol={{ span: 10 }} size="small">
        <Form.Item name="pointDays" label={t('retention.points.days')}>
          <InputNumber min={1} max={36_600} precision={0} placeholder={t('retention.forever')} />
        </Form.Item>
        <Form.Item name="rollupDays" label={t('retention.rollups.days')}>
          <InputNumber min={1} max={36_600} precision={0} placeholder={t('retention.forever')} />
        </Form.Item>
      </Form>
      {typeof points === 'number' && <p>{t('retention.warning', { count: points, tags: kept.tags })}</p>}
      {save.error ? <ErrorState error={save.error} /> : null}
    </Modal>
  );
}

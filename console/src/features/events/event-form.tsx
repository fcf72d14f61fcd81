import { Form, Input, Modal, Select, Switch } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { PlantEvent } from '@/shared/api/contract';
import { AssetPicker } from '@/shared/assets/asset-picker';
import { useAssets } from '@/shared/assets/assets';
import { useEventTypes } from '@/shared/assets/event-types';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { formatMoment } from '@/shared/time/plant-time';
import { MINUTE } from '@/shared/time/time-range';
import { ErrorState } from '@/shared/ui/states';
import { useGoingOn, useSaveEvent } from './api';
import { useEventsText } from './locale/texts';

const MomentField = lazy(() => import('@/shared/time/moment-field'));

interface Draft {
  assetId: number | null;
  type: string | null;
  start: number;
  /** null while it goes on. */
  end: number | null;
  note: string;
  parentId: number | null;
}

const draftOf = (event: PlantEvent): Draft => ({
  assetId: event.assetId,
  type: event.type,
  start: Date.parse(event.start),
  end: event.end ? Date.parse(event.end) : null,
  note: event.attributes['note'] ?? '',
  parentId: event.parentId ?? null,
});

const newDraft = (assetId: number | null, now: number): Draft => {
  const start = Math.floor(now / MINUTE) * MINUTE;
  return { assetId, type: null, start, end: null, note: '', parentId: null };
};

interface Props {
  /** The event to correct; null for a new one. */
  event: PlantEvent | null;
  /** Where a new one happened, as far as the page says so. */
  assetId: number | null;
  now: number;
  onClose(saved?: PlantEvent): void;
}

/** Tells of an event, or how one really was; what the server refuses is said in the form. */
export function EventForm({ event, assetId, now, onClose }: Props) {
  const t = useEventsText();
  const say = useSay();
  const shared = useSharedText();
  const types = useEventTypes().data ?? [];
  const save = useSaveEvent();
  const [draft, setDraft] = useState(() => (event ? draftOf(event) : newDraft(assetId, now)));
  const put = (part: Partial<Draft>) => setDraft(old => ({ ...old, ...part }));
  const options = types.map(one => ({ value: one.code, label: say(one) }));
  if (event && !options.some(one => one.value === event.type))
    options.push({ value: event.type, label: say(event.title) });
  const { assetId: at, type, start, end, note, parentId } = draft;
  const submit = () => {
    if (at === null || type === null) return;
    const times = {
      start: new Date(start).toISOString(),
      end: end === null ? null : new Date(end).toISOString(),
    };
    save.mutate(
      { id: event?.id ?? 0, draft: { assetId: at, type, ...times, note: note.trim() || null, parentId } },
      { onSuccess: onClose },
    );
  };
  return (
    <Modal
      open
      width={540}
      title={t(event ? 'correct' : 'add')}
      okText={shared('action.save')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ loading: save.isPending, disabled: at === null || type === null }}
      onOk={submit}
      onCancel={() => onClose()}
    >
      <Form labelCol={{ span: 5 }} autoComplete="off">
        <Form.Item label={t('column.object')} required>
          <AssetPicker value={at} onChange={next => put({ assetId: next, parentId: null })} />
        </Form.Item>
        <Form.Item label={t('type')} required>
          <Select
            aria-label={t('type')}
            value={type}
            onChange={next => put({ type: next })}
            options={options}
          />
        </Form.Item>
        <Suspense>
          <Form.Item label={t('column.start')} required>
            <MomentField label={t('column.start')} value={start} onChange={next => put({ start: next })} />
          </Form.Item>
          <Form.Item label={t('column.end')}>
            <div className="row">
              <Switch
                size="small"
                aria-label={t('running')}
                checked={end === null}
                onChange={on => put({ end: on ? null : Math.max(start, now) })}
              />
              <span className="t2">{t('running')}</span>
              {end !== null && (
                <MomentField label={t('column.end')} value={end} onChange={next => put({ end: next })} />
              )}
            </div>
          </Form.Item>
        </Suspense>
        <Form.Item label={t('note')}>
          <Input.TextArea
            aria-label={t('note')}
            rows={2}
            maxLength={500}
            value={note}
            onChange={change => put({ note: change.target.value })}
          />
        </Form.Item>
        <Form.Item label={t('parent')} extra={t('parent.hint')}>
          <ParentField
            own={event?.id ?? 0}
            assetId={at}
            start={start}
            value={parentId}
            onChange={next => put({ parentId: next })}
          />
        </Form.Item>
      </Form>
      {save.error ? <ErrorState error={save.error} /> : null}
    </Modal>
  );
}

interface ParentProps {
  own: number;
  assetId: number | null;
  start: number;
  value: number | null;
  onChange(id: number | null): void;
}

/** What was going on at the asset or above it when the event began. */
function ParentField({ own, assetId, start, value, onChange }: ParentProps) {
  const t = useEventsText();
  const say = useSay();
  const { tree } = useAssets();
  const here = new Set(tree.pathOf(assetId ?? 0).map(asset => asset.id));
  const found = useGoingOn(start).data?.items ?? [];
  const options = found
    .filter(one => one.id !== own && here.has(one.assetId))
    .map(one => ({
      value: one.id,
      label: [say(one.title), say(tree.find(one.assetId)?.name), formatMoment(one.start)].join(' · '),
    }));
  return (
    <Select
      aria-label={t('parent')}
      allowClear
      value={value}
      placeholder={t('parent.none')}
      onChange={next => onChange(next ?? null)}
      options={options}
    />
  );
}

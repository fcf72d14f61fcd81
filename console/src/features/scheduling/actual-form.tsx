import { InputNumber, Select } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Plan } from '@/shared/api/contract';
import { formatTime } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { Segmented } from '@/shared/ui/segmented';
import { SidePanel, Step } from '@/shared/ui/side-panel';
import type { ActualRow } from './actual-rows';
import { useSchedulingText } from './locale/texts';
import styles from './scheduling.module.css';
import type { ReportDraft } from './use-reports';

const MomentField = lazy(() => import('@/shared/time/moment-field'));

type Stand = 'runs' | 'ended';

interface Props {
  plan: Plan;
  row: ActualRow;
  busy: boolean;
  onSend(draft: ReportDraft): void;
  onWithdraw(): void;
  onClose(): void;
}

/** Start, end and scrap of one operation, as it was. */
export function ActualForm({ plan, row, busy, onSend, onWithdraw, onClose }: Props) {
  const t = useSchedulingText();
  const at = (minute: number) => Date.parse(plan.startsAt) + minute * 60_000;
  const { report } = row;
  const now = at(plan.now);
  const [resource, setResource] = useState(report?.resource ?? row.resource);
  const [start, setStart] = useState(report ? Date.parse(report.start) : Math.min(now, at(row.start)));
  const [end, setEnd] = useState(report?.end ? Date.parse(report.end) : now);
  const [stand, setStand] = useState<Stand>(report?.end ? 'ended' : 'runs');
  const [scrap, setScrap] = useState(report?.scrapTonnes ?? 0);
  const send = () =>
    onSend({
      order: row.order,
      operation: row.operation,
      resource,
      start: new Date(start).toISOString(),
      end: stand === 'ended' ? new Date(end).toISOString() : null,
      scrapTonnes: scrap,
    });
  return (
    <SidePanel title={`${row.order} ${row.step}`} onClose={onClose}>
      <Step step={1} title={t('actual.planned')}>
        <p className={styles.facts}>
          {t('actual.planned.detail', {
            resource: row.resource,
            start: formatTime(at(row.start)),
            end: formatTime(at(row.end)),
          })}
        </p>
      </Step>
      <Step step={3} title={t('actual.happened')} meta={t('actual.happened.meta')}>
        <div className={styles.fields}>
          <Field label={t('actual.resource')}>
            <Select
              showSearch
              value={resource}
              onChange={setResource}
              aria-label={t('actual.resource')}
              options={plan.resources.map(one => ({ value: one.id, label: `${one.id} ${one.stage}` }))}
            />
          </Field>
          <Suspense fallback={null}>
            <Field label={t('actual.began')}>
              <MomentField label={t('actual.began')} value={start} onChange={setStart} />
            </Field>
            <Segmented<Stand>
              label={t('actual.state')}
              value={stand}
              onChange={setStand}
              options={[
                { value: 'runs', label: t('actual.running') },
                { value: 'ended', label: t('actual.done') },
              ]}
            />
            {stand === 'ended' && (
              <Field label={t('actual.ended')}>
                <MomentField label={t('actual.ended')} value={end} onChange={setEnd} />
              </Field>
            )}
          </Suspense>
          <Field label={t('actual.scrap')}>
            <InputNumber
              min={0}
              step={0.1}
              value={scrap}
              onChange={next => setScrap(next ?? 0)}
              aria-label={t('actual.scrap')}
            />
          </Field>
        </div>
        <div className={styles.buttons}>
          <Button kind="primary" disabled={busy} onClick={send}>
            {t('actual.send')}
          </Button>
          {report && (
            <Button disabled={busy} onClick={onWithdraw}>
              {t('actual.withdraw')}
            </Button>
          )}
        </div>
      </Step>
    </SidePanel>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label>
      <span>{label}</span>
      {children}
    </label>
  );
}

import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { Plan, RepairAnswer } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { formatTime } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { Panel } from '@/shared/ui/panel';
import { ErrorState } from '@/shared/ui/states';
import { useRepair } from './api';
import { useSchedulingText } from './locale/texts';
import styles from './scheduling.module.css';

/** A machine that stands still: what it costs to shift everything, and what mending the plan costs. */
export function RepairDesk({ plan }: { plan: Plan }) {
  const t = useSchedulingText();
  const [resource, setResource] = useState(plan.resources[0]?.id ?? '');
  const [after, setAfter] = useState(0);
  const [hours, setHours] = useState(8);
  const repair = useRepair(plan.assetId);
  const ask = (take: boolean) => {
    const from = plan.now + Math.round(after * 60);
    repair.mutate({ resource, from, to: from + Math.round(hours * 60), take });
  };
  return (
    <Panel title={t('repair')} meta={t('repair.meta')} padded>
      <div className={styles.form}>
        <label>
          <span>{t('repair.resource')}</span>
          <Select
            showSearch
            value={resource}
            onChange={setResource}
            aria-label={t('repair.resource')}
            options={plan.resources.map(one => ({ value: one.id, label: `${one.id} ${one.stage}` }))}
          />
        </label>
        <label>
          <span>{t('repair.after')}</span>
          <InputNumber
            min={0}
            value={after}
            onChange={next => setAfter(next ?? 0)}
            aria-label={t('repair.after')}
          />
        </label>
        <label>
          <span>{t('repair.hours')}</span>
          <InputNumber
            min={0.5}
            value={hours}
            onChange={next => setHours(next ?? 8)}
            aria-label={t('repair.hours')}
          />
        </label>
        <Button kind="primary" disabled={repair.isPending} onClick={() => ask(false)}>
          {t('repair.ask')}
        </Button>
      </div>
      {repair.error ? <ErrorState error={repair.error} onRetry={() => ask(false)} /> : null}
      {repair.data && (
        <>
          <Compared answer={repair.data} />
          <p className="t2">
            {t('repair.met', {
              time: formatTime(Date.parse(plan.startsAt) + repair.data.metAgain * 60_000),
            })}
          </p>
          {repair.variables?.take ? (
            <p role="status">{t('taken')}</p>
          ) : (
            <Button onClick={() => ask(true)}>{t('repair.take')}</Button>
          )}
        </>
      )}
    </Panel>
  );
}

function Compared({ answer }: { answer: RepairAnswer }) {
  const t = useSchedulingText();
  const rows = [
    { key: 'before', figures: answer.before, moved: null },
    { key: 'shifted', figures: answer.shifted, moved: answer.shiftedMoved },
    { key: 'mended', figures: answer.figures, moved: answer.moved },
  ] as const;
  return (
    <table className={styles.walk} aria-label={t('repair.compared')}>
      <thead>
        <tr>
          <th>{t('repair.plan')}</th>
          <th className="right">{t('figure.tardiness')}</th>
          <th className="right">{t('figure.onTime')}</th>
          <th className="right">{t('repair.moved')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, figures, moved }) => (
          <tr key={key}>
            <td>{t(`repair.${key}`)}</td>
            <td className="right">
              {formatNumber(figures.weightedTardinessHours, 1)}
              <span className="unit">{'h'}</span>
            </td>
            <td className="right">
              {formatNumber(figures.onTimePercent, 1)}
              <span className="unit">{'%'}</span>
            </td>
            <td className="right">{moved ? formatNumber(moved.operations, 0) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

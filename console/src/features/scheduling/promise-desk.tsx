import { Input, Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Plan, PromiseAnswer } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { formatTime } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { Panel } from '@/shared/ui/panel';
import { ErrorState } from '@/shared/ui/states';
import { usePromise } from './api';
import { useSchedulingText } from './locale/texts';
import styles from './scheduling.module.css';

const MomentField = lazy(() => import('@/shared/time/moment-field'));

const MINUTE = 60_000;
const WEEK = 7 * 1440;
const MOST = 12;

/** When a new order can be ready, what that does to others, and what other dates would cost. */
export function PromiseDesk({ plan }: { plan: Plan }) {
  const t = useSchedulingText();
  const begin = Date.parse(plan.startsAt);
  const [like, setLike] = useState(plan.orders[0]?.id ?? '');
  const [id, setId] = useState('');
  const [due, setDue] = useState(begin + (plan.now + WEEK) * MINUTE);
  const promise = usePromise(plan.assetId);
  const ask = (take: boolean) =>
    promise.mutate({ like, id: id.trim(), due: Math.round((due - begin) / MINUTE), take });
  return (
    <Panel title={t('promise')} meta={t('promise.meta')} padded>
      <div className={styles.form}>
        <label>
          <span>{t('promise.id')}</span>
          <Input value={id} onChange={event => setId(event.target.value)} aria-label={t('promise.id')} />
        </label>
        <label>
          <span>{t('promise.like')}</span>
          <Select
            showSearch
            value={like}
            onChange={setLike}
            aria-label={t('promise.like')}
            options={plan.orders.map(order => ({ value: order.id, label: order.id }))}
          />
        </label>
        <label>
          <span>{t('promise.due')}</span>
          <Suspense fallback={null}>
            <MomentField label={t('promise.due')} value={due} onChange={setDue} />
          </Suspense>
        </label>
        <Button kind="primary" disabled={!id.trim() || promise.isPending} onClick={() => ask(false)}>
          {t('promise.ask')}
        </Button>
      </div>
      {promise.error ? <ErrorState error={promise.error} onRetry={() => ask(false)} /> : null}
      {promise.data && (
        <Answer
          answer={promise.data}
          taken={promise.variables?.take === true}
          time={minute => formatTime(begin + minute * MINUTE)}
          onTake={() => ask(true)}
        />
      )}
    </Panel>
  );
}

interface AnswerProps {
  answer: PromiseAnswer;
  taken: boolean;
  time(minute: number): string;
  onTake(): void;
}

function Answer({ answer, taken, time, onTake }: AnswerProps) {
  const t = useSchedulingText();
  return (
    <>
      <p className={styles.facts} role="status">
        <b>{t(answer.onTime ? 'promise.onTime' : 'promise.late', { end: time(answer.end) })}</b>{' '}
        {t('promise.displaced', { count: answer.displaced.length })}{' '}
        {t('seconds', { seconds: formatNumber(answer.seconds, 1) })}
      </p>
      <table className={styles.walk} aria-label={t('promise.choices')}>
        <thead>
          <tr>
            <th>{t('promise.choice')}</th>
            <th className="right">{t('promise.loss')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.choices.map(choice => (
            <tr key={choice.end}>
              <td>{time(choice.end)}</td>
              <td className="right">{formatNumber(Math.max(0, choice.loss), 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={styles.walk} aria-label={t('promise.others')}>
        <thead>
          <tr>
            <th>{t('column.order')}</th>
            <th className="right">{t('column.due')}</th>
            <th className="right">{t('promise.before')}</th>
            <th className="right">{t('promise.after')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.displaced.slice(0, MOST).map(one => (
            <tr key={one.order}>
              <td>{one.order}</td>
              <td className="right">{time(one.due)}</td>
              <td className="right">{time(one.before)}</td>
              <td className="right">{time(one.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {taken ? <p>{t('taken')}</p> : <Button onClick={onTake}>{t('promise.take')}</Button>}
    </>
  );
}

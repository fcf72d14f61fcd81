import { Select } from 'antd';
import { useState } from 'react';
import type { StreamPlace, StreamTrial } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { now } from '@/shared/time/now';
import { formatAge, formatTime } from '@/shared/time/plant-time';
import { DAY } from '@/shared/time/time-range';
import { Button } from '@/shared/ui/button';
import { Panel } from '@/shared/ui/panel';
import { Segmented } from '@/shared/ui/segmented';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { useTrial } from './api';
import { toDefinition } from './convert';
import type { Draft } from './definition';
import { useStreamsText } from './locale/texts';
import styles from './streams.module.css';
import { TrialChart } from './trial-chart';
import { TrialTable } from './trial-table';

const SPANS = ['1', '7', '30'] as const;
type Span = (typeof SPANS)[number];

interface Props {
  id: number | null;
  draft: Draft;
  places: readonly StreamPlace[];
  /** Whether the server can use the draft as it is. */
  usable: boolean;
}

/** What the draft would have done on what was measured, before anybody relies on it. */
export function TrialPanel({ id, draft, places, usable }: Props) {
  const t = useStreamsText();
  const [days, setDays] = useState<Span>('7');
  const trial = useTrial();
  const run = () => {
    const to = now();
    trial.mutate({ id, definition: toDefinition(draft), from: to - Number(days) * DAY, to });
  };
  return (
    <Panel
      title={t('trial')}
      meta={t('trial.meta')}
      actions={
        <>
          <Segmented<Span>
            label={t('trial.span')}
            value={days}
            onChange={setDays}
            options={SPANS.map(value => ({ value, label: t('trial.days', { count: value }) }))}
          />
          <Button disabled={!usable || trial.isPending} onClick={run}>
            {t('trial.run')}
          </Button>
        </>
      }
    >
      {trial.isPending ? (
        <LoadingState rows={6} />
      ) : trial.error ? (
        <ErrorState error={trial.error} onRetry={run} />
      ) : trial.data ? (
        <Outcome key={trial.data.to} trial={trial.data} places={places} />
      ) : (
        <EmptyState title={t('trial.none')}>{t(usable ? 'trial.none.detail' : 'trial.fault')}</EmptyState>
      )}
    </Panel>
  );
}

function Outcome({ trial, places }: { trial: StreamTrial; places: readonly StreamPlace[] }) {
  const t = useStreamsText();
  const fired = trial.periods[0]?.asset;
  const [chosen, setChosen] = useState<string | null>(null);
  const asset = chosen ?? fired ?? places[0]?.asset ?? '';
  const place = places.find(one => one.asset === asset) ?? places[0];
  return (
    <div className={styles.outcome}>
      <p className={styles.sentence} role="status">
        <TrialSentence trial={trial} />
      </p>
      {trial.failure && <p className="p2">{t('trial.failure', { reason: trial.failure })}</p>}
      {!trial.whole && <p className="p3">{t('trial.part', { time: formatTime(trial.to) })}</p>}
      {places.length > 1 && (
        <Select
          size="small"
          showSearch
          aria-label={t('trial.place')}
          className={styles.place}
          value={asset}
          onChange={setChosen}
          options={places.map(one => ({ value: one.asset }))}
        />
      )}
      <div className={styles.chart}>
        <TrialChart trial={trial} place={place} />
      </div>
      {trial.curves.length === 0 && <TrialTable trial={trial} onPlace={setChosen} />}
    </div>
  );
}

/** "Would have fired 14 times in the last 30 days", or what came of a calculation. */
function TrialSentence({ trial }: { trial: StreamTrial }) {
  const t = useStreamsText();
  const days = formatNumber((Date.parse(trial.to) - Date.parse(trial.from)) / DAY, 1);
  const [curve] = trial.curves;
  if (curve) {
    const points = trial.curves.reduce((sum, one) => sum + one.points, 0);
    const unknown = trial.curves.reduce((sum, one) => sum + one.unknown, 0);
    return t('trial.points', {
      days,
      points: formatNumber(points, 0),
      unknown: formatNumber(unknown, 0),
    });
  }
  if (trial.points === 0) return t('trial.nothing', { days });
  if (trial.fired === 0) return t('trial.never', { days });
  return t('trial.fired', {
    days,
    times: formatNumber(trial.fired, 0),
    total: formatAge(trial.activeSeconds),
    longest: formatAge(trial.longestSeconds),
  });
}

import { useState } from 'react';
import type { StreamJob, StreamMode } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { AppLink } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { formatAge, formatTime } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { Segmented } from '@/shared/ui/segmented';
import { SidePanel, Step } from '@/shared/ui/side-panel';
import { ErrorState } from '@/shared/ui/states';
import { useDeleteJob, useSwitchJob } from './api';
import { draftOf } from './convert';
import { useStreamsText } from './locale/texts';
import { StandChip } from './stand-chip';
import styles from './streams.module.css';
import { summaryOf } from './summary';

const MODES: readonly StreamMode[] = ['OFF', 'DRY_RUN', 'ON'];

interface Props {
  job: StreamJob;
  onClose(): void;
}

/** One job: how it does, what it says, what to do with it, what came of it. */
export function StreamPanel({ job, onClose }: Props) {
  const t = useStreamsText();
  const say = useSay();
  const { state } = job;
  return (
    <SidePanel
      title={say(job.name)}
      marks={<span className="chip">{t(`kind.${job.kind}`)}</span>}
      onClose={onClose}
    >
      <Step step={1} title={t('step.state')} meta={<StandChip job={job} />}>
        {state.problem && <p className="p2">{state.problem}</p>}
        <dl className={styles.facts}>
          <Fact term={t('column.lag')} text={formatAge(state.lagSeconds)} />
          <Fact term={t('column.places')} text={formatNumber(state.places, 0)} />
          <Fact term={t('column.in')} text={formatNumber(state.pointsIn, 0)} />
          <Fact term={t('column.out')} text={formatNumber(state.pointsOut, 0)} />
          <Fact term={t('fact.late')} text={formatNumber(state.late, 0)} />
          <Fact term={t('fact.holding')} text={formatNumber(state.holding, 0)} />
        </dl>
      </Step>
      <Step step={2} title={t('step.what')}>
        <ul className={styles.summary}>
          {summaryOf(draftOf(job.name, job.definition), t).map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Step>
      <Step step={3} title={t('step.do')}>
        <Actions job={job} onGone={onClose} />
      </Step>
      <Step step={4} title={t('step.result')}>
        <ul className="small t2">
          <li>
            {state.lastFiring
              ? t('fact.lastFiring', { time: formatTime(state.lastFiring) })
              : t('fact.neverFired')}
          </li>
          {state.lastOutput && <li>{t('fact.lastOutput', { time: formatTime(state.lastOutput) })}</li>}
          <li>
            {t('fact.changed', {
              version: job.version,
              who: job.changedBy,
              time: formatTime(job.changedAt),
            })}
          </li>
        </ul>
      </Step>
    </SidePanel>
  );
}

function Fact({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt className="t3 small">{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function Actions({ job, onGone }: { job: StreamJob; onGone(): void }) {
  const t = useStreamsText();
  const say = useSay();
  const may = useMay('ENGINEER');
  const change = useSwitchJob();
  const remove = useDeleteJob();
  const [leaving, setLeaving] = useState(false);
  if (!may) return <p className="t3 small">{t('noRight')}</p>;
  return (
    <>
      <div className="row">
        <Segmented<StreamMode>
          label={t('column.mode')}
          value={job.mode}
          onChange={mode => change.mutate({ id: job.id, mode })}
          options={MODES.map(value => ({ value, label: t(`mode.${value}`) }))}
        />
        <span className="space" />
        <AppLink to={`/streams/${job.id}`}>{t('edit')}</AppLink>
        <Button kind="text" onClick={() => setLeaving(true)}>
          {t('delete')}
        </Button>
      </div>
      <p className="t3 small">{t(`mode.${job.mode}.detail`)}</p>
      {change.error ? <ErrorState error={change.error} /> : null}
      <ConfirmDialog
        open={leaving}
        title={t('delete')}
        okText={t('delete')}
        danger
        onConfirm={() => remove.mutateAsync(job.id).then(onGone)}
        onClose={() => setLeaving(false)}
      >
        {t('delete.detail', { name: say(job.name) })}
      </ConfirmDialog>
    </>
  );
}

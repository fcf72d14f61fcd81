import { useEffect, useRef, useState } from 'react';
import { formatNumber } from '@/shared/format/number';
import { useKeys } from '@/shared/keys/keys';
import { Button } from '@/shared/ui/button';
import { Segmented } from '@/shared/ui/segmented';
import { isUnderWay, type useDesk, useRun } from './api';
import { useSchedulingText } from './locale/texts';
import styles from './scheduling.module.css';

interface Props {
  assetId: number;
  desk: ReturnType<typeof useDesk>;
}

const SECONDS = ['10', '60', '300'] as const;
type Seconds = (typeof SECONDS)[number];

/** Starts a search of a better plan, shows how far and how good it is, and stops it; the best plan is kept. */
export function RunControl({ assetId, desk }: Props) {
  const t = useSchedulingText();
  const run = useRun(assetId);
  const [seconds, setSeconds] = useState<Seconds>('60');
  const job = run.data?.job;
  const runs = isUnderWay(job?.state);
  const ran = useRef(false);
  const { renew } = desk;
  useEffect(() => {
    if (ran.current && !runs) void renew();
    ran.current = runs;
  }, [runs, renew]);
  const start = () => desk.run.mutate(Number(seconds));
  useKeys([{ keys: 'P', label: t('run'), act: start }], !runs);
  if (runs && job) {
    const best = run.data?.course.at(-1)?.objective;
    return (
      <>
        <span className={styles.running} role="status">
          <progress max={job.total || 1} value={job.done} aria-label={t('run.progress')} />
          {best !== undefined && t('run.best', { objective: formatNumber(best, 1) })}
        </span>
        <Button onClick={() => desk.stop.mutate(job.id)}>{t('run.stop')}</Button>
      </>
    );
  }
  return (
    <>
      <Segmented<Seconds>
        label={t('run.seconds')}
        value={seconds}
        onChange={setSeconds}
        options={SECONDS.map(value => ({ value, label: `${value} s` }))}
      />
      <Button keys="P" onClick={start} disabled={desk.run.isPending}>
        {t('run')}
      </Button>
    </>
  );
}

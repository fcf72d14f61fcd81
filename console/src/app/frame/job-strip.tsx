import type { Job } from '@/shared/api/contract';
import { formatPercent } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { useMay } from '@/shared/session/session';
import { formatAge } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { useAppText } from '../locale/texts';
import { useCancelJob, useRunningJobs } from './jobs';
import styles from './job-strip.module.css';

const SHOWN = 2;

/** What runs in the background: kind, how far, how long yet, and a way to stop it. Nothing when nothing runs. */
export function JobStrip() {
  const t = useAppText();
  const running = useRunningJobs();
  if (running.length === 0) return null;
  const more = running.length - SHOWN;
  return (
    <section className={styles.strip} aria-label={t('jobs')}>
      {running.slice(0, SHOWN).map(({ job, left }) => (
        <Line key={job.id} job={job} left={left} />
      ))}
      {more > 0 && <p className={`${styles.job} t3`}>{t('jobs.more', { count: more })}</p>}
    </section>
  );
}

function Line({ job, left }: { job: Job; left: number | null }) {
  const t = useAppText();
  const shared = useSharedText();
  const say = useSay();
  const may = useMay('ENGINEER');
  const cancel = useCancelJob();
  const known = job.total > 0;
  const share = known ? Math.min(1, job.done / job.total) : 0;
  const kind = t(`jobs.${job.kind}`);
  return (
    <div className={styles.job}>
      <b>{kind}</b>
      <span className={`${styles.what} ellipsis t2`} title={say(job.message)}>
        {[say(job.title), say(job.message)].filter(Boolean).join(' · ')}
      </span>
      {job.state === 'queued' ? (
        <span className="t3">{t('jobs.queued')}</span>
      ) : (
        <>
          <progress aria-label={kind} max={1} value={known ? share : undefined} />
          {known && <span>{formatPercent(share, 0)}</span>}
          {left !== null && <span className="t3">{t('jobs.left', { time: formatAge(left) })}</span>}
        </>
      )}
      {may && (
        <Button
          kind="text"
          disabled={cancel.isPending || cancel.isSuccess}
          onClick={() => cancel.mutate(job.id)}
        >
          {cancel.isSuccess ? t('jobs.stopping') : shared('action.cancel')}
        </Button>
      )}
    </div>
  );
}

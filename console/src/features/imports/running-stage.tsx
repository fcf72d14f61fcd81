import { Progress } from 'antd';
import type { Import } from '@/shared/api/contract';
import { formatBytes, formatPercent } from '@/shared/format/number';
import { useMay } from '@/shared/session/session';
import { useNow } from '@/shared/time/now';
import { ageOf, formatAge } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { Panel } from '@/shared/ui/panel';
import { ErrorState } from '@/shared/ui/states';
import { useCancel, useImportJobs } from './api';
import { useImportsText } from './locale/texts';
import styles from './imports.module.css';

/** A file while it is read: how far, since when, and a way to stop it. */
export function RunningStage({ one }: { one: Import }) {
  const t = useImportsText();
  const may = useMay('ENGINEER');
  const cancel = useCancel(one.id);
  const now = useNow(1);
  const job = useImportJobs(true).data?.find(known => known.id === one.jobId);
  const share = job && job.total > 0 ? Math.min(1, job.done / job.total) : 0;
  const since = one.startedAt ? formatAge(ageOf(one.startedAt, now)) : '';
  const words =
    !job || job.state === 'queued'
      ? t('running.queued')
      : t('running.detail', {
          done: formatBytes(job.done),
          total: formatBytes(job.total),
          share: formatPercent(share, 0),
          since,
        });
  return (
    <Panel step={3} title={t('running')} meta={since && t('running.since', { since })} padded>
      <div className={styles.running}>
        <Progress
          aria-label={t('running')}
          percent={Math.round(share * 100)}
          showInfo={false}
          strokeLinecap="butt"
          status="normal"
          strokeColor="var(--accent)"
          railColor="var(--bg-sunken)"
        />
        <p role="status">{words}</p>
        <p className="t3 small">{t('running.leave')}</p>
        {may && (
          <div>
            <Button disabled={cancel.isPending} onClick={() => cancel.mutate()}>
              {t('cancel')}
            </Button>
          </div>
        )}
        {cancel.error ? <ErrorState error={cancel.error} /> : null}
      </div>
    </Panel>
  );
}

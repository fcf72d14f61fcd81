import { useState } from 'react';
import type { Job, Model } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { useCancelJob, useTrain, useTrainings } from './api';
import { useModelsText } from './locale/texts';
import styles from './models.module.css';

/** Starts a training in the background, or shows those that run with their progress. */
export function Train({ model }: { model: Model }) {
  const t = useModelsText();
  const say = useSay();
  const may = useMay('ENGINEER');
  const train = useTrain(model.id);
  const running = useTrainings().data ?? [];
  const [asking, setAsking] = useState(false);
  if (running.length > 0)
    return (
      <>
        {running.map(job => (
          <Training key={job.id} job={job} may={may} />
        ))}
      </>
    );
  return (
    <>
      <Button
        kind="primary"
        disabled={!may || train.isPending}
        title={may ? undefined : t('noRight')}
        onClick={() => setAsking(true)}
      >
        {t('train')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('train.title', { name: say(model.name) })}
        okText={t('train')}
        onConfirm={() => train.mutateAsync()}
        onClose={() => setAsking(false)}
      >
        <p>{t('train.detail')}</p>
      </ConfirmDialog>
    </>
  );
}

function Training({ job, may }: { job: Job; may: boolean }) {
  const t = useModelsText();
  const shared = useSharedText();
  const cancel = useCancelJob();
  const share = job.total > 0 ? Math.min(1, job.done / job.total) : null;
  const words =
    job.state === 'queued'
      ? t('train.queued')
      : share === null
        ? t('train.running')
        : t('train.share', { share: formatNumber(share * 100, 0) });
  return (
    <span className={styles.training} role="status" title={`${job.title} ${job.message}`}>
      <span className="small ellipsis">
        {job.title} <span className="t3">{words}</span>
      </span>
      <span className={styles.progress}>
        <i style={{ width: `${(share ?? 0) * 100}%` }} />
      </span>
      {may && (
        <Button kind="text" disabled={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
          {shared('action.cancel')}
        </Button>
      )}
    </span>
  );
}

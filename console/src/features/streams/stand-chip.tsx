import type { StreamJob } from '@/shared/api/contract';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { useStreamsText } from './locale/texts';

/** Whether a job does what it should; grey at rest. */
export function StandChip({ job }: { job: StreamJob }) {
  const t = useStreamsText();
  const { stand, catchingUp } = job.state;
  if (stand === 'FAILED') {
    return (
      <span className="chip c2">
        <PriorityMark priority={2} size={12} /> {t('stand.FAILED')}
      </span>
    );
  }
  const word = stand === 'RUNNING' && catchingUp ? 'catchingUp' : stand;
  return <span className={stand === 'OFF' ? 't3' : 't2'}>{t(`stand.${word}`)}</span>;
}

import type { ModelSummary } from '@/shared/api/contract';
import { useSharedText } from '@/shared/locale/texts';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { useModelsText } from './locale/texts';

/** Whether a model may be trusted: grey when it is in order, marked when it drifts. */
export function StatusChip({ status }: { status: ModelSummary['status'] }) {
  const t = useModelsText();
  const priority = status === 'drift' ? 2 : status === 'watch' ? 3 : null;
  return (
    <span className={priority ? `chip c${priority}` : 'chip'}>
      {priority && <PriorityMark priority={priority} size={11} />}
      {t(`status.${status}`)}
    </span>
  );
}

/** Stands beside every accuracy that was not measured on a real plant. */
export function VirtualChip({ virtual }: { virtual: boolean }) {
  const shared = useSharedText();
  return virtual ? <span className="chip">{shared('virtual')}</span> : null;
}

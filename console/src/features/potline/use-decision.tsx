import { useState } from 'react';
import type { Advice } from '@/shared/api/contract';
import { useSay } from '@/shared/i18n/i18n';
import { useKeys } from '@/shared/keys/keys';
import { useSharedText } from '@/shared/locale/texts';
import { useMay } from '@/shared/session/session';
import { ReasonDialog } from '@/shared/ui/dialogs';
import { useDecide } from './api';
import { usePotlineText } from './locale/texts';

/** Accepting and rejecting: A and R act on `current`, buttons on the advice they stand on. `dialog` must be drawn. */
export function useDecision(current: Advice | undefined) {
  const t = usePotlineText();
  const shared = useSharedText();
  const say = useSay();
  const may = useMay('OPERATOR', 'ENGINEER');
  const decide = useDecide();
  const [rejecting, setRejecting] = useState<Advice | null>(null);
  const accept = (one: Advice) => {
    if (!decide.isPending) decide.mutate({ id: one.id });
  };
  const open = current?.state === 'PROPOSED' ? current : undefined;
  useKeys(
    [
      { keys: 'A', label: shared('key.accept'), act: () => open && accept(open) },
      { keys: 'R', label: shared('key.reject'), act: () => open && setRejecting(open) },
    ],
    may && open !== undefined,
  );
  const dialog = (
    <ReasonDialog
      open={rejecting !== null}
      title={t('reject.title', { title: say(rejecting?.title) })}
      okText={shared('action.reject')}
      suggestions={[t('reject.observe'), t('reject.measure'), t('reject.other')]}
      onConfirm={reason => decide.mutateAsync({ id: rejecting?.id ?? 0, reason })}
      onClose={() => {
        setRejecting(null);
        decide.reset();
      }}
    />
  );
  return {
    may,
    dialog,
    accept,
    reject: (one: Advice) => setRejecting(one),
    // A refused rejection is shown inside the dialog.
    error: rejecting ? null : decide.error,
    forget: () => decide.reset(),
  };
}

export type Decision = ReturnType<typeof useDecision>;

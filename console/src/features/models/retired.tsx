import { useState } from 'react';
import { useSay } from '@/shared/i18n/i18n';
import type { Model } from '@/shared/api/contract';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { useRetire } from './api';
import { useModelsText } from './locale/texts';

/** Takes a model out of use, or brings it back. */
export function Retire({ model }: { model: Model }) {
  const t = useModelsText();
  const say = useSay();
  const may = useMay('ENGINEER');
  const retire = useRetire(model.id);
  const [asking, setAsking] = useState(false);
  if (!may) return null;
  if (model.retiredAt)
    return (
      <Button disabled={retire.isPending} onClick={() => retire.mutate(false)}>
        {t('restore')}
      </Button>
    );
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('retire')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('retire.title', { name: say(model.name) })}
        okText={t('retire')}
        onConfirm={() => retire.mutateAsync(true)}
        onClose={() => setAsking(false)}
      >
        <p>{t('retire.detail')}</p>
      </ConfirmDialog>
    </>
  );
}

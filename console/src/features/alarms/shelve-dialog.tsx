import { useState } from 'react';
import type { Alarm } from '@/shared/api/contract';
import { ReasonDialog } from '@/shared/ui/dialogs';
import { Segmented } from '@/shared/ui/segmented';
import { useShelve } from './api';
import { useAlarmsText } from './locale/texts';

const MINUTES = ['15', '60', '240', '480'] as const;
type Minutes = (typeof MINUTES)[number];

interface Props {
  alarm: Alarm;
  open: boolean;
  onClose(): void;
}

/** Sets an alarm aside for a while, with a reason. */
export function ShelveDialog({ alarm, open, onClose }: Props) {
  const t = useAlarmsText();
  const shelve = useShelve();
  const [minutes, setMinutes] = useState<Minutes>('60');
  return (
    <ReasonDialog
      open={open}
      title={t('shelve.title')}
      okText={t('shelve')}
      suggestions={[t('shelve.reason.1'), t('shelve.reason.2'), t('shelve.reason.3')]}
      onConfirm={reason => shelve.mutateAsync({ id: alarm.id, minutes: Number(minutes), reason })}
      onClose={onClose}
    >
      <div className="row" style={{ marginBottom: 12 }}>
        <span className="t2 small">{t('shelve.how')}</span>
        <Segmented<Minutes>
          label={t('shelve.how')}
          value={minutes}
          onChange={setMinutes}
          options={MINUTES.map(value => ({
            value,
            label:
              Number(value) < 60
                ? t('shelve.minutes', { count: value })
                : t('shelve.hours', { count: Number(value) / 60 }),
          }))}
        />
      </div>
    </ReasonDialog>
  );
}

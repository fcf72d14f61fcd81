import type { Pot } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useNow } from '@/shared/time/now';
import { ageOf, formatAge } from '@/shared/time/plant-time';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { usePotlineText } from './locale/texts';
import styles from './potline.module.css';

const MODES = ['MONITOR', 'ADVISE', 'CLOSED_LOOP'] as const;

/** The most urgent alarm that is still active. */
export const worstAlarm = (pot: Pot) =>
  pot.alarms
    .filter(one => one.state.startsWith('ACTIVE'))
    .sort((a, b) => a.priority - b.priority || Date.parse(a.raisedAt) - Date.parse(b.raisedAt))[0];

/** The most urgent alarm of a pot with its age, as a chip. */
export function AlarmChip({ pot }: { pot: Pot }) {
  const say = useSay();
  const now = useNow(30);
  const alarm = worstAlarm(pot);
  if (!alarm) return null;
  return (
    <span className={`chip c${alarm.priority} ${styles.alarm}`}>
      <PriorityMark
        priority={alarm.priority}
        size={12}
        blink={alarm.priority === 1 && alarm.state === 'ACTIVE_UNACKED'}
      />
      <span className="ellipsis">{say(alarm.title)}</span> {formatAge(ageOf(alarm.raisedAt, now))}
    </span>
  );
}

/** Control mode and age of a pot in words. */
export function useNature(pot: Pot | undefined) {
  const t = usePotlineText();
  if (!pot) return [];
  const mode = MODES.find(one => one === pot.mode);
  const age = typeof pot.ageDays === 'number' ? t('pot.age', { days: formatNumber(pot.ageDays, 0) }) : '';
  return [mode ? t(`mode.${mode}`) : pot.mode, age].filter(Boolean);
}

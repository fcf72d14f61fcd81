import type { AlarmRule } from '@/shared/api/contract';
import { AppLink } from '@/shared/nav/app-link';
import { useAlarmsText } from './locale/texts';

/** The way from the alarm of a stream rule to its job: the rule watches "stream <job>". */
export function StreamOfAlarm({ rule }: { rule: AlarmRule }) {
  const t = useAlarmsText();
  const [, job] = /^stream (\d+)$/.exec(rule.quantity ?? '') ?? [];
  return job ? <AppLink to={`/streams?job=${job}`}>{t('stream.open')}</AppLink> : null;
}

import type { AlarmRule } from '@/shared/api/contract';
import { useSay } from '@/shared/i18n/i18n';
import { AppLink } from '@/shared/nav/app-link';
import { useModels } from './api';
import { useAlarmsText } from './locale/texts';

/** What can be wrong with a model, and the tab of its page that shows it. */
const TABS = { DRIFT: 'drift', ENVELOPE: 'live', SILENT: 'live' } as const;
type Condition = keyof typeof TABS;
const isCondition = (text: string | undefined): text is Condition => text !== undefined && text in TABS;

/** The rule of a model watches the quantity "model <code> <condition>". */
function watched({ quantity }: AlarmRule) {
  const [, code, condition] = /^model (.+) (\w+)$/.exec(quantity ?? '') ?? [];
  return isCondition(condition) ? { code, condition } : undefined;
}

/** What the alarm of a model means, with the way to the model. */
export function ModelOfAlarm({ rule }: { rule: AlarmRule }) {
  const t = useAlarmsText();
  const say = useSay();
  const what = watched(rule);
  const model = useModels().data?.find(one => one.code === what?.code);
  if (!what) return null;
  return (
    <>
      <p>{t(`model.${what.condition}`)}</p>
      {model && (
        <AppLink to={`/models/${model.id}?tab=${TABS[what.condition]}`}>
          {t('model.open', { name: say(model.name) })}
        </AppLink>
      )}
    </>
  );
}

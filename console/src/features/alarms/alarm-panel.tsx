import { useState } from 'react';
import type { Alarm } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { useTagsById } from '@/shared/assets/tags';
import { formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useKeys } from '@/shared/keys/keys';
import { useLiveValues } from '@/shared/live/use-live-values';
import { AppLink } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { useNow } from '@/shared/time/now';
import { ageOf, formatTime } from '@/shared/time/plant-time';
import { Bullet } from '@/shared/ui/bullet';
import { Button } from '@/shared/ui/button';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { SidePanel, Step } from '@/shared/ui/side-panel';
import { ErrorState } from '@/shared/ui/states';
import { Value } from '@/shared/ui/value';
import { isUnacknowledged, useStateWords } from './alarm-columns';
import { useAcknowledge, useRuleOf, useUnshelve } from './api';
import { useAlarmsText } from './locale/texts';
import { ModelOfAlarm } from './model-of-alarm';
import { StreamOfAlarm } from './stream-of-alarm';
import { ShelveDialog } from './shelve-dialog';

interface Props {
  alarm: Alarm;
  onClose(): void;
}

/** One alarm: what it is now, why, what to do, what came of it. */
export function AlarmPanel({ alarm, onClose }: Props) {
  const t = useAlarmsText();
  const say = useSay();
  const { tree } = useAssets();
  const stateWords = useStateWords();
  const { rule, retired } = useRuleOf(alarm);
  return (
    <SidePanel
      title={say(tree.find(alarm.assetId)?.name)}
      marks={
        <span className="chip">
          <PriorityMark priority={alarm.priority} size={12} /> {say(alarm.title)}
        </span>
      }
      onClose={onClose}
    >
      <Step step={1} title={t('step.state')} meta={stateWords(alarm)}>
        <Now alarm={alarm} />
      </Step>
      <Step step={2} title={t('step.why')} meta={say(alarm.detail)}>
        {rule?.cause || rule?.consequence ? (
          <dl>
            {rule.cause && <Words term={t('rule.cause')} text={say(rule.cause)} />}
            {rule.consequence && <Words term={t('rule.consequence')} text={say(rule.consequence)} />}
          </dl>
        ) : (
          alarm.kind !== 'MODEL' &&
          alarm.kind !== 'STREAM' && <p className="t3 small">{t('detail.noRule')}</p>
        )}
        {retired && <p className="t3 small">{t('rule.retired')}</p>}
        {alarm.kind === 'MODEL' && rule && <ModelOfAlarm rule={rule} />}
        {alarm.kind === 'STREAM' && rule && <StreamOfAlarm rule={rule} />}
      </Step>
      <Step step={3} title={t('step.do')}>
        {rule?.action && <p>{say(rule.action)}</p>}
        <Actions alarm={alarm} />
      </Step>
      <Step step={4} title={t('step.result')}>
        <ul className="small t2">
          {course(alarm, t).map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Step>
    </SidePanel>
  );
}

function Words({ term, text }: { term: string; text: string }) {
  return (
    <>
      <dt className="t3 small">{term}</dt>
      <dd>{text}</dd>
    </>
  );
}

function Now({ alarm }: { alarm: Alarm }) {
  const t = useAlarmsText();
  const now = useNow(1);
  const tagIds = alarm.tagId ? [alarm.tagId] : [];
  const tag = useTagsById(tagIds).data?.get(alarm.tagId ?? 0);
  const latest = useLiveValues(tagIds).values.get(alarm.tagId ?? 0);
  // The other kinds watch a rate, an age or a model, not the value of the tag.
  const live = alarm.kind === 'LIMIT_HIGH' || alarm.kind === 'LIMIT_LOW' ? latest : undefined;
  return (
    <div className="row">
      <span className="chip">{t(`kind.${alarm.kind}`)}</span>
      <Value
        value={live?.value ?? alarm.value}
        unit={alarm.unit ?? undefined}
        ageSeconds={live && ageOf(live.time, now)}
        quality={live?.quality}
        priority={alarm.priority}
      />
      {tag && live && <Bullet value={live.value} low={tag.low} high={tag.high} priority={alarm.priority} />}
      <span className="t3 small">{t('detail.limit', { limit: formatNumber(alarm.limit) })}</span>
      <span className="space" />
      {alarm.tagId && (
        <AppLink to={`/trends?tags=${alarm.tagId}&asset=${alarm.assetId}`}>{t('detail.trend')}</AppLink>
      )}
    </div>
  );
}

function Actions({ alarm }: { alarm: Alarm }) {
  const t = useAlarmsText();
  const may = useMay('OPERATOR', 'ENGINEER');
  const acknowledge = useAcknowledge();
  const unshelve = useUnshelve();
  const [shelving, setShelving] = useState(false);
  const open = may && isUnacknowledged(alarm);
  useKeys([{ keys: 'A', label: t('acknowledge'), act: () => acknowledge.mutate([alarm.id]) }], open);
  if (!may) return <p className="t3 small">{t('noRight')}</p>;
  return (
    <>
      <div className="row">
        {open && (
          <Button kind="primary" keys="A" onClick={() => acknowledge.mutate([alarm.id])}>
            {t('acknowledge')}
          </Button>
        )}
        {alarm.state === 'SHELVED' ? (
          <Button onClick={() => unshelve.mutate(alarm.id)}>{t('unshelve')}</Button>
        ) : (
          alarm.state !== 'CLEARED' && <Button onClick={() => setShelving(true)}>{t('shelve')}</Button>
        )}
        <ShelveDialog alarm={alarm} open={shelving} onClose={() => setShelving(false)} />
      </div>
      {acknowledge.error ? <ErrorState error={acknowledge.error} /> : null}
      {unshelve.error ? <ErrorState error={unshelve.error} /> : null}
    </>
  );
}

function course(alarm: Alarm, t: ReturnType<typeof useAlarmsText>) {
  const lines = [t('detail.raised', { time: formatTime(alarm.raisedAt) })];
  if (alarm.acknowledgedAt) {
    const who = alarm.acknowledgedBy ?? '';
    lines.push(t('detail.acknowledged', { time: formatTime(alarm.acknowledgedAt), who }));
  }
  if (alarm.shelvedUntil) {
    lines.push(
      t('detail.shelved', {
        who: alarm.shelvedBy ?? '',
        time: formatTime(alarm.shelvedUntil),
        reason: alarm.shelveReason ?? '',
      }),
    );
  }
  if (alarm.clearedAt) {
    const time = formatTime(alarm.clearedAt);
    lines.push(
      alarm.endedBy
        ? t('detail.ended', { time, reason: t(`ended.${alarm.endedBy}`) })
        : t('detail.cleared', { time }),
    );
  }
  return lines;
}

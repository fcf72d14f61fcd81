import { useMemo, useState } from 'react';
import type { Tag } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { formatNumber, formatRange } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useLiveValues } from '@/shared/live/use-live-values';
import { useSharedText } from '@/shared/locale/texts';
import { AppLink } from '@/shared/nav/app-link';
import { useNow } from '@/shared/time/now';
import { formatAge, formatMoment } from '@/shared/time/plant-time';
import { Bullet } from '@/shared/ui/bullet';
import { Button } from '@/shared/ui/button';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { SidePanel, Step } from '@/shared/ui/side-panel';
import { useDeleteTag } from './api';
import { useAssetsText } from './locale/texts';
import { TagAge, TagValue } from './tag-columns';
import styles from './assets.module.css';

interface Props {
  tag: Tag;
  onEdit?: (tag: Tag) => void;
  onClose(): void;
}

/** One tag: what it is now, what it means, what can be done with it. */
export function TagPanel({ tag, onEdit, onClose }: Props) {
  const t = useAssetsText();
  const shared = useSharedText();
  const say = useSay();
  const [asked, setAsked] = useState(false);
  const ids = useMemo(() => [tag.id], [tag.id]);
  const live = useLiveValues(ids).values.get(tag.id);
  const now = useNow(1);
  return (
    <SidePanel
      title={say(tag.label)}
      marks={tag.virtual && <span className="chip">{t('virtual')}</span>}
      onClose={onClose}
    >
      <Step step={1} title={t('tag.now')} meta={live && formatMoment(live.time)}>
        <div className="row">
          <TagValue tag={tag} live={live} now={now} />
          <Bullet value={live?.value} low={tag.limitLow} high={tag.limitHigh} />
          <span className="t3 small">
            {live ? <TagAge tag={tag} live={live} now={now} /> : t('tag.noValue')}
          </span>
        </div>
      </Step>
      <Step step={2} title={t('tag.is')}>
        <Facts tag={tag} />
      </Step>
      <Step step={3} title={t('tag.do')}>
        <div className="row">
          <AppLink to={`/trends?tags=${tag.id}&asset=${tag.assetId}`}>{t('link.trends')}</AppLink>
          <span className="space" />
          {onEdit && <Button onClick={() => onEdit(tag)}>{shared('action.edit')}</Button>}
          {onEdit && <Button onClick={() => setAsked(true)}>{shared('action.delete')}</Button>}
        </div>
        {!onEdit && <p className="t3 small">{t('noRight')}</p>}
      </Step>
      {asked && <DeleteDialog tag={tag} onClose={() => setAsked(false)} onDone={onClose} />}
    </SidePanel>
  );
}

function Facts({ tag }: { tag: Tag }) {
  const t = useAssetsText();
  const say = useSay();
  const { tree } = useAssets();
  const compressionWords = () => {
    const rule = tag.compression;
    if (!rule) return t('compression.off');
    return t('compression.is', {
      exception: formatNumber(rule.exceptionDeviation),
      door: formatNumber(rule.doorDeviation),
      unit: tag.unit,
      longest: formatAge(rule.longestSeconds),
    });
  };
  const facts: [string, string][] = [
    [t('column.name'), tag.name],
    [
      t('column.where'),
      tree
        .pathOf(tag.assetId)
        .map(one => say(one.name))
        .join(' / '),
    ],
    [t('field.quantity'), tag.quantity],
    [t('field.group'), say(tag.group)],
    [t('field.unit'), tag.unit || '1'],
    [t('field.range'), formatRange(tag.low, tag.high)],
    [t('column.limits'), formatRange(tag.limitLow, tag.limitHigh)],
    [t('column.kind'), t(tag.states?.length ? 'kind.states' : tag.step ? 'kind.step' : 'kind.line')],
    [t('field.period'), formatAge(tag.expectedPeriodSeconds)],
    [t('field.staleAfter'), formatAge(tag.staleAfterSeconds)],
    [t('field.retention'), tag.retentionClass],
    [t('compression'), compressionWords()],
  ];
  return (
    <>
      <dl className={styles.list}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt className="t3 small">{term}</dt>
            <dd className="ellipsis" title={value}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {tag.states && tag.states.length > 0 && (
        <ul className={styles.states} aria-label={t('field.states')}>
          {tag.states.map(state => (
            <li key={state.code}>
              <span className="t3">{state.code}</span> {say(state)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function DeleteDialog({ tag, onClose, onDone }: { tag: Tag; onClose(): void; onDone(): void }) {
  const t = useAssetsText();
  const shared = useSharedText();
  const remove = useDeleteTag();
  return (
    <ConfirmDialog
      open
      danger
      title={t('tag.delete.title', { name: tag.name })}
      okText={shared('action.delete')}
      onConfirm={() => remove.mutateAsync(tag.id).then(onDone)}
      onClose={onClose}
    >
      {t('tag.delete.detail')}
    </ConfirmDialog>
  );
}

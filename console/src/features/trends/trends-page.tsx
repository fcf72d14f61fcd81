import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Page as Items, Tag } from '@/shared/api/contract';
import { useKeys } from '@/shared/keys/keys';
import { formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { formatTime } from '@/shared/time/plant-time';
import { spanText } from '@/shared/time/time-range';
import { Page } from '@/shared/ui/page';
import { Segmented } from '@/shared/ui/segmented';
import { useSize } from '@/shared/ui/use-size';
import { CorrectionsPanel } from './corrections-panel';
import { CursorTable } from './cursor-table';
import { pan, zoom } from './geometry';
import { addTag, type Lanes } from './lanes';
import { useTrendsText } from './locale/texts';
import { TagPanel } from './tag-panel';
import { Toolbar } from './toolbar';
import { type StageHandle, TrendStage } from './trend-stage';
import { useTrends } from './use-trends';
import { worstOf } from './worst';
import styles from './trends.module.css';

const FIRST = 4;
const STEP = 0.1;
const ZOOM = 1.5;
/** Rows of the table below the chart before it begins to page. */
const ROWS = 8;

function usePageKeys(trends: ReturnType<typeof useTrends>) {
  const t = useTrendsText();
  const { view, setView, cursor, range } = trends;
  const span = view.to - view.from;
  const about = cursor >= view.from && cursor <= view.to ? cursor : view.from + span / 2;
  useKeys([
    { keys: '+', label: t('key.zoomIn'), act: () => setView(zoom(view, about, 1 / ZOOM)) },
    { keys: '-', label: t('key.zoomOut'), act: () => setView(zoom(view, about, ZOOM)) },
    { keys: 'ArrowLeft', label: t('key.earlier'), act: () => setView(pan(view, -span * STEP)) },
    { keys: 'ArrowRight', label: t('key.later'), act: () => setView(pan(view, span * STEP)) },
    { keys: 'L', label: t('key.live'), act: () => trends.setSpan(spanText(range.to - range.from)) },
    { keys: 'C', label: t('key.compare'), act: () => trends.setCompare(!trends.compare) },
    { keys: 'Esc', label: t('key.unpin'), act: () => trends.setPin(null) },
  ]);
}

/** Below the chart: the values at the cursor, or what was corrected in the range. */
function Below({ trends }: { trends: ReturnType<typeof useTrends> }) {
  const t = useTrendsText();
  const { lanes, ids, tags, range } = trends;
  const [shown, setShown] = useState<'cursor' | 'corrections'>('cursor');
  const choice = (
    <Segmented<'cursor' | 'corrections'>
      label={t('below')}
      value={shown}
      onChange={setShown}
      options={[
        { value: 'cursor', label: t('below.cursor') },
        { value: 'corrections', label: t('corrections') },
      ]}
    />
  );
  if (shown === 'corrections') {
    return <CorrectionsPanel ids={ids} tags={tags} range={range} onPin={trends.setPin} actions={choice} />;
  }
  return (
    <CursorTable
      lanes={lanes}
      tags={tags}
      at={trends.cursor}
      pinned={trends.pin !== null}
      values={trends.values}
      previous={trends.previousValues}
      statistics={trends.statistics}
      plot={trends.plot.data}
      paged={ids.length > ROWS}
      actions={choice}
    />
  );
}

/** Courses of tags: choose, lay side by side, zoom from years to seconds, read values. */
export default function TrendsPage() {
  const t = useTrendsText();
  const client = useQueryClient();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const trends = useTrends(size.width);
  const stage = useRef<StageHandle>(null);
  usePageKeys(trends);
  const { lanes, ids, tags, range, events, cut } = trends;
  const say = useSay();
  const worst = worstOf(trends.statistics, tags);

  // The tag list has already asked for these; the first of them make a start.
  const first = () => {
    const listed = client
      .getQueriesData<Items<Tag>>({ queryKey: ['tags'] })
      .flatMap(([, page]) => page?.items ?? []);
    const units = new Map(listed.map(tag => [tag.id, tag.unit]));
    const start = listed
      .slice(0, FIRST)
      .reduce<Lanes>((made, tag) => addTag(made, tag.id, id => units.get(id)), []);
    trends.setLanes(start);
  };
  const eventWords = () => {
    if (cut > 0) return t('sentence.events.cut', { count: events.length, total: events.length + cut });
    return events.length > 0 ? t('sentence.events', { count: events.length }) : '';
  };
  const sentence =
    ids.length === 0
      ? t('sentence.none')
      : [
          worst &&
            t(`sentence.${worst.side}`, {
              label: say(worst.tag.label),
              limit: formatNumber(worst.limit),
              value: formatNumber(worst.value),
              unit: worst.tag.unit,
            }),
          t('sentence.shown', { from: formatTime(range.from), to: formatTime(range.to), tags: ids.length }),
          eventWords(),
        ]
          .filter(Boolean)
          .join(' · ');
  return (
    <Page
      title={t('title')}
      sentence={sentence}
      actions={
        <Toolbar
          ids={ids}
          compare={trends.compare}
          onCompare={trends.setCompare}
          onPng={() => stage.current?.savePng('trend')}
        />
      }
    >
      <div
        className={styles.grid}
        style={{ '--rows': Math.min(ROWS, Math.max(1, ids.length)) } as React.CSSProperties}
      >
        <TagPanel lanes={lanes} onAdd={tag => trends.put(tag)} onRemove={trends.remove} />
        <TrendStage
          {...trends}
          box={box}
          size={size}
          pinned={trends.pin !== null}
          onView={trends.setView}
          onCursor={trends.setHover}
          onPin={at => trends.setPin(trends.pin === null ? at : null)}
          onDrop={trends.put}
          onRemove={trends.remove}
          onFirst={first}
          onRecent={() => trends.setSpan('24h')}
          handle={stage}
        />
        {ids.length > 0 && (
          <div className={styles.table}>
            <Below trends={trends} />
          </div>
        )}
      </div>
    </Page>
  );
}

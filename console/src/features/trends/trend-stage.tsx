import { useQueryClient } from '@tanstack/react-query';
import { type Ref, type RefObject, useMemo } from 'react';
import type { PlantEvent, Plot, Tag } from '@/shared/api/contract';
import { formatTime } from '@/shared/time/plant-time';
import type { TimeRange } from '@/shared/time/time-range';
import { Button } from '@/shared/ui/button';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import type { usePlot } from './api';
import { geometryOf, type View } from './geometry';
import type { Lanes } from './lanes';
import { useTrendsText } from './locale/texts';
import { Strip } from './strip';
import { TrendChart } from './trend-chart';
import { type DraggedTag, TAG_DRAG } from './use-pointer';
import styles from './trends.module.css';

export interface StageHandle {
  savePng(subject: string): void;
}

interface Props {
  lanes: Lanes;
  tags: ReadonlyMap<number, Tag>;
  events: readonly PlantEvent[];
  plot: ReturnType<typeof usePlot>;
  /** The same tags one range earlier, when compared. */
  previous: Plot | undefined;
  /** The area of the chart and its size. */
  box: RefObject<HTMLDivElement | null>;
  size: { width: number; height: number };
  range: TimeRange;
  view: View;
  cursor: number;
  pinned: boolean;
  onView(view: View): void;
  onCursor(at: number): void;
  onPin(at: number): void;
  onDrop(tag: DraggedTag, lane: number | undefined): void;
  onRemove(tag: number): void;
  onFirst(): void;
  onRecent(): void;
  handle: Ref<StageHandle>;
}

/** The chart with its states, and the long strip below it. */
export function TrendStage(props: Props) {
  const { lanes, tags, range, view, plot, previous, box, size } = props;
  const t = useTrendsText();
  const client = useQueryClient();
  const { width, height } = size;
  const geometry = useMemo(() => geometryOf(width, height, lanes.length), [width, height, lanes.length]);
  const ids = useMemo(() => lanes.flat(), [lanes]);
  const cancel = () => void client.cancelQueries({ queryKey: ['history', 'plot'] });
  const drawn = ids.length > 0 && width > 0 && plot.data !== undefined;
  const noValues =
    plot.data !== undefined && !plot.isPlaceholderData && plot.data.series.every(one => one.t.length === 0);

  return (
    <section className={styles.stage}>
      <div ref={box} className={styles.picture}>
        {ids.length === 0 && <NoTags {...props} />}
        {ids.length > 0 && plot.isPending && <LoadingState onCancel={cancel} />}
        {plot.error ? (
          <ErrorState
            error={plot.error}
            stillFrom={plot.data ? plot.dataUpdatedAt : null}
            onRetry={() => void plot.refetch()}
          />
        ) : null}
        {drawn && <TrendChart {...props} plot={plot.data} previous={previous} geometry={geometry} />}
        {ids.length > 0 && noValues && (
          <div className={styles.over}>
            <EmptyState
              title={t('chart.noValues')}
              actions={<Button onClick={props.onRecent}>{t('chart.noValues.action')}</Button>}
            >
              {t('chart.noValues.detail', { from: formatTime(range.from), to: formatTime(range.to) })}
            </EmptyState>
          </div>
        )}
        {plot.isFetching && drawn && <i className={styles.busy} aria-hidden />}
      </div>
      {ids.length > 0 && (
        <Strip tag={tags.get(ids[0] ?? 0)} view={view} width={width} onView={props.onView} />
      )}
    </section>
  );
}

function NoTags({ onDrop, onFirst }: Props) {
  const t = useTrendsText();
  return (
    <div
      className="fill"
      onDragOver={event => event.dataTransfer.types.includes(TAG_DRAG) && event.preventDefault()}
      onDrop={event => {
        const carried = event.dataTransfer.getData(TAG_DRAG);
        if (carried) onDrop(JSON.parse(carried) as DraggedTag, undefined);
      }}
    >
      <EmptyState
        title={t('chart.none')}
        actions={
          <Button kind="primary" onClick={onFirst}>
            {t('tags.first')}
          </Button>
        }
      >
        {t('chart.none.detail')}
      </EmptyState>
    </div>
  );
}

import { useMemo, useRef } from 'react';
import type { PlantEvent, Pot } from '@/shared/api/contract';
import { useTagsById } from '@/shared/assets/tags';
import { Chart, type ChartHandle } from '@/shared/chart/chart';
import { useSay } from '@/shared/i18n/i18n';
import { useNow } from '@/shared/time/now';
import { usePalette } from '@/shared/theme/theme';
import { DAY } from '@/shared/time/time-range';
import { Button } from '@/shared/ui/button';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { useSize } from '@/shared/ui/use-size';
import { type Span, useEventsOf, usePlot } from './api';
import { usePotlineText } from './locale/texts';
import styles from './pot.module.css';
import { LaneNames } from './lane-names';
import { placeLanes, type PotLane, potLanes } from './trend-lanes';
import { trendOption } from './trend-option';
import { usePotModel } from './use-pot-story';

interface Props {
  pot: Pot;
  range: Span;
  live: boolean;
}

function useDrawn(pot: Pot, lanes: readonly PotLane[], range: Span, live: boolean, width: number) {
  const ids = useMemo(() => lanes.flatMap(lane => lane.series.map(one => one.tag)), [lanes]);
  const tags = useTagsById(ids);
  const plot = usePlot(pot.assetId, ids, range, Math.max(200, Math.round(width / 100) * 100));
  const events = useEventsOf(pot.assetId, range);
  // A range that follows the clock looks ahead as far as a seventh of it, at most a day.
  const ahead = live ? Math.min(DAY, (range.to - range.from) / 7) : 0;
  const span = useMemo(() => ({ from: range.from, to: range.to + ahead }), [range, ahead]);
  const model = usePotModel(pot, span);
  return { tags, plot, events, span, model };
}

/** The main quantities of a pot in lanes on one time axis, with events, the model and its forecast. */
export function TrendPanel({ pot, range, live }: Props) {
  const t = usePotlineText();
  const say = useSay();
  const palette = usePalette();
  const now = useNow(30);
  const box = useRef<HTMLDivElement>(null);
  const handle = useRef<ChartHandle>(null);
  const { width, height } = useSize(box);
  const lanes = useMemo(() => potLanes(pot), [pot]);
  const { tags, plot, events, span, model } = useDrawn(pot, lanes, range, live, width);
  const places = useMemo(() => placeLanes(lanes, height), [lanes, height]);
  const option = useMemo(
    () =>
      trendOption({
        lanes,
        places,
        tags: tags.data ?? new Map(),
        plot: plot.data,
        live: model.live,
        events: events.data ?? [],
        span,
        now,
        width,
        palette,
        words: {
          now: t('now'),
          model: t('state.model'),
          interval: t('interval'),
          event: (event: PlantEvent) => say(event.title),
          name: tag => say(tags.data?.get(tag)?.label),
        },
      }),
    [lanes, places, tags.data, plot.data, model.live, events.data, span, now, width, palette, t, say],
  );
  const without = !model.pending && !model.error && !model.model;
  return (
    <Panel
      step={2}
      title={t('trends')}
      meta={without ? t('forecast.noModel') : model.live ? t('trends.meta') : undefined}
      actions={
        <Button kind="text" onClick={() => handle.current?.savePng(`pot-${pot.number}`)}>
          {'PNG'}
        </Button>
      }
    >
      <div className={styles.lanes} ref={box}>
        {lanes.length === 0 ? (
          <EmptyState title={t('trends.none')}>{t('trends.none.detail')}</EmptyState>
        ) : plot.data === undefined && plot.error ? (
          <ErrorState error={plot.error} onRetry={() => void plot.refetch()} />
        ) : plot.data === undefined ? (
          <LoadingState rows={6} />
        ) : (
          <>
            {plot.error ? (
              <ErrorState
                error={plot.error}
                stillFrom={plot.dataUpdatedAt}
                onRetry={() => void plot.refetch()}
              />
            ) : null}
            <Chart option={option} label={t('trends.chart')} handle={handle} />
            <LaneNames lanes={lanes} places={places} tags={tags.data} model={model.live !== undefined} />
          </>
        )}
      </div>
    </Panel>
  );
}

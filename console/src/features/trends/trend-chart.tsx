import type { EChartsType } from 'echarts/core';
import { type Ref, useEffect, useImperativeHandle, useMemo, useReducer, useRef, useState } from 'react';
import type { PlantEvent, Plot, Tag } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { normalOf } from '@/shared/assets/normal-range';
import { Chart, type ChartHandle } from '@/shared/chart/chart';
import { formatRange } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { usePalette } from '@/shared/theme/theme';
import { now as present } from '@/shared/time/now';
import { chartOption, timeAxes } from './chart-option';
import { Cursor } from './cursor';
import type { Geometry, View } from './geometry';
import { LaneLegends } from './lane-legends';
import type { Lanes } from './lanes';
import { useTrendsText } from './locale/texts';
import { type DraggedTag, usePointer } from './use-pointer';
import styles from './trends.module.css';

interface Props {
  lanes: Lanes;
  tags: ReadonlyMap<number, Tag>;
  plot: Plot | undefined;
  previous: Plot | undefined;
  events: readonly PlantEvent[];
  view: View;
  geometry: Geometry;
  cursor: number;
  pinned: boolean;
  onView(view: View): void;
  onCursor(at: number): void;
  onPin(at: number): void;
  onDrop(tag: DraggedTag, lane: number | undefined): void;
  onRemove(tag: number): void;
  handle: Ref<{ savePng(subject: string): void }>;
}

/** Lanes on one time axis with pointer and cursor on top. */
export function TrendChart(props: Props) {
  const { lanes, tags, plot, previous, events, view, geometry } = props;
  const { tree } = useAssets();
  const t = useTrendsText();
  const say = useSay();
  const palette = usePalette();
  const [chart, setChart] = useState<EChartsType | null>(null);
  const [drawn, countDrawn] = useReducer((count: number) => count + 1, 0);
  const picture = useRef<ChartHandle>(null);
  const now = useMemo(() => (plot ? present() : 0), [plot]);
  // The picture is built for the range of its data; the axes follow the hand without building it again.
  const data = useMemo(
    () => (plot ? { from: Date.parse(plot.from), to: Date.parse(plot.to) } : view),
    [plot, view],
  );
  const nameOf = useMemo(() => {
    const several = new Set(events.map(event => event.assetId)).size > 1;
    return (event: PlantEvent) =>
      [several ? say(tree.find(event.assetId)?.name) : '', say(event.title)].filter(Boolean).join(' ');
  }, [events, tree, say]);
  const option = useMemo(
    () =>
      chartOption({
        lanes,
        tags,
        plot,
        previous,
        events,
        view: data,
        geometry,
        palette,
        now,
        words: {
          bad: age => t('chart.bad', { age }),
          now: t('chart.now'),
          event: nameOf,
          normal: tag => t('chart.normal', { range: formatRange(normalOf(tag).low, normalOf(tag).high) }),
        },
      }),
    [lanes, tags, plot, previous, events, data, geometry, palette, now, t, nameOf],
  );

  useEffect(() => {
    if (!chart || lanes.length === 0) return;
    chart.setOption({ xAxis: timeAxes(view, geometry, palette) }, { lazyUpdate: false });
  }, [chart, option, lanes.length, view, geometry, palette]);

  useImperativeHandle(props.handle, () => ({
    savePng: subject => picture.current?.savePng(subject, legendTitles(lanes, tags, geometry, say)),
  }));

  const { box, handlers } = usePointer({
    geometry,
    view,
    onView: props.onView,
    onCursor: props.onCursor,
    onPin: props.onPin,
    onDrop: props.onDrop,
  });
  return (
    <div ref={box} className={styles.chart} {...handlers}>
      <Chart
        option={option}
        label={t('chart.label', { count: lanes.flat().length })}
        onReady={made => {
          setChart(made);
          // The dots of the cursor stand where the new axes put them.
          made.on('finished', countDrawn);
        }}
        handle={picture}
      />
      <LaneLegends
        plot={plot}
        lanes={lanes}
        tags={tags}
        geometry={geometry}
        previous={previous !== undefined}
        onRemove={props.onRemove}
      />
      <Cursor
        drawn={drawn}
        chart={chart}
        lanes={lanes}
        tags={tags}
        plot={plot}
        view={view}
        geometry={geometry}
        at={props.cursor}
        pinned={props.pinned}
      />
    </div>
  );
}

/** The legends are elements above the canvas; a saved picture needs them drawn. */
function legendTitles(
  lanes: Lanes,
  tags: ReadonlyMap<number, Tag>,
  geometry: Geometry,
  say: ReturnType<typeof useSay>,
) {
  return lanes.map((lane, i) => ({
    left: 56,
    top: (geometry.lanes[i]?.top ?? 0) + 2,
    text: lane
      .map(id => tags.get(id))
      .map(tag => `${say(tag?.label)} ${tag?.unit ?? ''}`)
      .join('   '),
  }));
}

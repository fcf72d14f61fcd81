import type { EChartsType } from 'echarts/core';
import type { EChartsOption } from 'echarts';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useSharedText } from '@/shared/locale/texts';
import { type Mode, useMode, usePalette } from '@/shared/theme/theme';
import { download, fileName } from '@/shared/ui/csv';
import { ErrorState } from '@/shared/ui/states';
import styles from './chart.module.css';

export interface ChartTitle {
  left: number;
  top: number;
  text: string;
}

export interface ChartHandle {
  /** Saves the picture as PNG at double resolution, on the panel's colour; `titles` are drawn in only for the file. */
  savePng(subject: string, titles?: ChartTitle[]): void;
  chart: EChartsType | null;
}

interface Props {
  option: EChartsOption;
  /** What the picture shows, for those who cannot see it. */
  label: string;
  /** Called once per chart after its first picture, and again after a change of theme. */
  onReady?(chart: EChartsType): void;
  /** Merge instead of replace when only data changed and the set of series is the same. */
  merge?: boolean;
  handle?: Ref<ChartHandle>;
}

function useChart(mode: Mode) {
  const box = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let made: EChartsType | null = null;
    let gone = false;
    const observer = new ResizeObserver(() => made?.resize());
    import('./echarts').then(
      ({ init }) => {
        if (gone || !box.current) return;
        made = init(box.current, mode);
        observer.observe(box.current);
        setChart(made);
      },
      (failed: unknown) => !gone && setError(failed),
    );
    return () => {
      gone = true;
      observer.disconnect();
      made?.dispose();
      setChart(null);
    };
  }, [mode]);
  return { box, chart, error };
}

/** The picture behind a data URL; fetching it would need a wider content security policy. */
function pngOf(url: string) {
  const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), letter => letter.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}

/** ECharts with our theme: fetched on first use, follows size and theme, saves itself as PNG. Fills its parent. */
export function Chart({ option, label, onReady, merge = false, handle }: Props) {
  const t = useSharedText();
  const mode = useMode();
  const palette = usePalette();
  const { box, chart, error } = useChart(mode);

  useEffect(() => {
    chart?.setOption(option, { notMerge: !merge, lazyUpdate: false });
  }, [chart, option, merge]);
  // After the first picture, so that the receiver can ask where things stand.
  const ready = useRef(onReady);
  useEffect(() => {
    ready.current = onReady;
  });
  useEffect(() => {
    if (chart) ready.current?.(chart);
  }, [chart]);

  useImperativeHandle(
    handle,
    () => ({
      chart,
      savePng(subject, titles = []) {
        if (!chart) return;
        const textStyle = { fontSize: 12, color: palette.text.secondary };
        chart.setOption({
          title: titles.map((title, i) => ({ id: `file-${i}`, show: true, textStyle, ...title })),
        });
        const url = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: palette.bg.panel });
        chart.setOption({ title: titles.map((_, i) => ({ id: `file-${i}`, show: false })) });
        download(fileName(subject, 'png'), pngOf(url));
      },
    }),
    [chart, palette],
  );

  if (error) return <ErrorState error={error} />;
  return (
    <div className={styles.chart} role="img" aria-label={label}>
      <div className={styles.canvas} ref={box} />
      {!chart && <span className={styles.wait}>{t('chart.loading')}</span>}
    </div>
  );
}

import type { EChartsType } from 'echarts/core';
import { type Ref, useEffect, useMemo, useState } from 'react';
import { Chart, type ChartHandle } from '@/shared/chart/chart';
import { usePalette } from '@/shared/theme/theme';
import { arePoints, type Course, courseOption, ticksFor } from './course-option';
import { useModelsText } from './locale/texts';
import styles from './models.module.css';

interface Props {
  course: Course;
  unit: string;
  label: string;
  baselineName?: string;
  now?: number;
  handle?: Ref<ChartHandle>;
}

/** Ticks follow the zoom: the chart alone would put them at odd moments of the browser's time. */
function retick(chart: EChartsType) {
  const [zoom] = chart.getOption().dataZoom as { startValue?: number; endValue?: number }[];
  const { startValue: from, endValue: to } = zoom ?? {};
  if (typeof from === 'number' && typeof to === 'number' && to > from)
    chart.setOption({ xAxis: ticksFor({ from, to }, chart.getWidth()) });
}

function useTicks(option: object) {
  const [chart, setChart] = useState<EChartsType | null>(null);
  useEffect(() => {
    if (!chart) return;
    const follow = () => retick(chart);
    chart.on('datazoom', follow);
    return () => {
      if (!chart.isDisposed()) chart.off('datazoom', follow);
    };
  }, [chart]);
  useEffect(() => {
    if (chart && !chart.isDisposed()) retick(chart);
  }, [chart, option]);
  return setChart;
}

/** Predictions with their band beside the measured values, with a legend inside. Fills its parent. */
export function CourseChart({ course, unit, label, baselineName = '', now, handle }: Props) {
  const t = useModelsText();
  const palette = usePalette();
  const option = useMemo(
    () =>
      courseOption({
        course,
        unit,
        palette,
        now,
        words: {
          actual: t('actual'),
          predicted: t('predicted'),
          baseline: baselineName,
          interval: t('interval'),
          now: t('now'),
        },
      }),
    [course, unit, palette, now, baselineName, t],
  );
  const onReady = useTicks(option);
  return (
    <>
      <Chart option={option} label={label} handle={handle} onReady={onReady} merge />
      <div className={styles.legend}>
        <span>
          <i className={arePoints(course) ? styles.pointKey : styles.lineKey} /> {t('actual')}{' '}
          <span className="t3">{unit}</span>
        </span>
        <span>
          <i style={{ borderColor: 'var(--series-1)' }} /> {t('predicted')}
        </span>
        <span>
          <i className={styles.bandKey} /> {t('interval')}
        </span>
        {baselineName && (
          <span>
            <i style={{ borderColor: 'var(--series-6)', borderTopStyle: 'dashed' }} /> {baselineName}
          </span>
        )}
      </div>
    </>
  );
}

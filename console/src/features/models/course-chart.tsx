import { type Ref, useMemo } from 'react';
import { Chart, type ChartHandle } from '@/shared/chart/chart';
import { usePalette } from '@/shared/theme/theme';
import { type Course, courseOption } from './course-option';
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
  return (
    <>
      <Chart option={option} label={label} handle={handle} />
      <div className={styles.legend}>
        <span>
          <i style={{ borderColor: 'var(--text-primary)' }} /> {t('actual')}{' '}
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

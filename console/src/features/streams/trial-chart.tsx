import { useMemo } from 'react';
import type { StreamPlace, StreamTrial } from '@/shared/api/contract';
import { useTagsById } from '@/shared/assets/tags';
import { Chart } from '@/shared/chart/chart';
import { useSay } from '@/shared/i18n/i18n';
import { usePalette } from '@/shared/theme/theme';
import { useCourse } from './api';
import { useStreamsText } from './locale/texts';
import { type Line, trialOption } from './trial-option';

/** The first input with the times at which a rule would have held, or the results of a calculation. */
export function TrialChart({ trial, place }: { trial: StreamTrial; place?: StreamPlace }) {
  const t = useStreamsText();
  const say = useSay();
  const palette = usePalette();
  const span = { from: Date.parse(trial.from), to: Date.parse(trial.to) };
  const tagId = trial.curves.length === 0 ? place?.tagIds[0] : undefined;
  const course = useCourse(tagId, span).data?.series[0];
  const tag = useTagsById(tagId === undefined ? [] : [tagId]).data?.get(tagId ?? 0);
  const lines = useMemo<Line[]>(
    () =>
      course && tagId !== undefined
        ? [{ name: say(tag?.label) || (tag?.name ?? ''), unit: tag?.unit ?? '', t: course.t, v: course.v }]
        : trial.curves.map(one => ({ name: one.tag, unit: one.unit, t: one.times, v: one.values })),
    [course, tagId, tag, trial.curves, say],
  );
  const periods = useMemo(
    () => trial.periods.filter(one => one.asset === (place?.asset ?? '')),
    [trial.periods, place],
  );
  const option = useMemo(
    () => trialOption({ lines, periods, from: Date.parse(trial.from), to: Date.parse(trial.to), palette }),
    [lines, periods, trial.from, trial.to, palette],
  );
  return <Chart option={option} label={t('trial.chart')} />;
}

import type { Model, ModelVersion } from '@/shared/api/contract';
import { formatPercent } from '@/shared/format/number';
import { useSharedText } from '@/shared/locale/texts';
import { FigureStrip } from '@/shared/ui/figure-strip';
import { useFeatureWords } from './feature-words';
import { useModelsText } from './locale/texts';
import { scores } from './versions';

interface Props {
  model: Model;
  version: ModelVersion;
}

/** The accuracy of one version on the part of the data that it did not learn from. */
export function ModelFigures({ model, version }: Props) {
  const t = useModelsText();
  const shared = useSharedText();
  const words = useFeatureWords(model.assetId);
  const { metrics } = version;
  const best = scores(version, '').find(one => one.baseline);
  const { unit } = model.target;
  const where = model.virtual ? shared('virtual') : t('figure.test');
  return (
    <FigureStrip
      compact
      label={t('figures')}
      figures={[
        {
          key: 'version',
          label: t('figure.version'),
          value: `v${version.version}`,
          note: version.alias ? t(`alias.${version.alias}`) : t('alias.none'),
        },
        {
          key: 'skill',
          label: t('column.skill'),
          value: formatPercent(metrics.skill, 0),
          note: best ? t('figure.against', { name: words(best.name) }) : where,
        },
        { key: 'mae', label: t('column.mae'), value: metrics.mae, digits: 2, unit, note: where },
        { key: 'rmse', label: t('column.rmse'), value: metrics.rmse, digits: 2, unit, note: where },
        { key: 'r2', label: t('column.r2'), value: metrics.r2, digits: 2, note: where },
        {
          key: 'coverage',
          label: t('column.coverage'),
          value: formatPercent(metrics.coverage80),
          note: t('figure.coverage'),
        },
      ]}
    />
  );
}

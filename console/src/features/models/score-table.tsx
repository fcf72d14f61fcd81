import type { Model, ModelVersion } from '@/shared/api/contract';
import { formatNumber, formatPercent } from '@/shared/format/number';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { useFeatureWords } from './feature-words';
import { useModelsText } from './locale/texts';
import styles from './models.module.css';
import { honest, scores } from './versions';

/** The model beside the simple guesses it must beat. */
export function ScoreTable({ model, version }: { model: Model; version: ModelVersion }) {
  const t = useModelsText();
  const { unit } = model.target;
  const words = useFeatureWords(model.assetId);
  return (
    <table className={styles.scores}>
      <thead>
        <tr>
          <th scope="col">{t('column.predictor')}</th>
          <th scope="col" className="right">
            {t('column.mae')} {unit}
          </th>
          <th scope="col" className="right">
            {t('column.rmse')} {unit}
          </th>
          <th scope="col" className="right">
            {t('column.r2')}
          </th>
          <th scope="col" className="right">
            {t('column.coverage')}
          </th>
          <th scope="col" className="right">
            {t('column.skill')}
          </th>
        </tr>
      </thead>
      <tbody>
        {scores(version, t('figure.versionName', { version: version.version })).map(one => (
          <tr key={one.key} className={one.baseline ? 't2' : 'bold'}>
            <td className="ellipsis" title={words(one.name)}>
              {words(one.name)}
            </td>
            <td className="right">{formatNumber(one.mae, 2)}</td>
            <td className="right">{formatNumber(one.rmse, 2)}</td>
            <td className="right">{one.r2 === null ? '' : formatNumber(one.r2, 2)}</td>
            <td className="right">
              {one.coverage80 !== null && !honest(one.coverage80) && <PriorityMark priority={3} size={10} />}{' '}
              {one.coverage80 === null ? '' : formatPercent(one.coverage80)}
            </td>
            <td className="right">{formatPercent(one.skill, 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { Ref } from 'react';
import type { Pot } from '@/shared/api/contract';
import type { ChartHandle } from '@/shared/chart/chart';
import { useSay } from '@/shared/i18n/i18n';
import { Contributions } from './contributions';
import { usePotlineText } from './locale/texts';
import { NineBox } from './nine-box';
import styles from './potline.module.css';
import { TemperatureChart } from './temperature-chart';
import type { PotStory } from './use-pot-story';

/** The main causes in words, and whether the model may be trusted here. */
export function useCauses(pot: Pot, story: PotStory) {
  const t = usePotlineText();
  const say = useSay();
  const causes = pot.explanation
    .filter(one => one.contribution > 0)
    .sort((a, b) => b.contribution - a.contribution)
    .slice(0, 2)
    .map(one => say(one.label));
  const { envelope } = story.live ?? {};
  const trust = envelope ? t(envelope.inside ? 'envelope.inside' : 'envelope.outside') : '';
  return [causes.join(t('comma')), trust].filter(Boolean).join(t('semicolon'));
}

/** The model's contributions from the pot's answer, else from the model's newest prediction. */
export function explanationOf(pot: Pot, story: PotStory): Pot['explanation'] {
  if (pot.explanation.length > 0) return pot.explanation;
  const unit = story.model?.target.unit ?? '';
  return (story.live?.explanation ?? []).map(one => ({
    label: { zh: one.feature, en: one.feature },
    contribution: one.contribution,
    unit,
  }));
}

interface Props {
  pot: Pot;
  story: PotStory;
  chart?: Ref<ChartHandle>;
}

export function Why({ pot, story, chart }: Props) {
  return (
    <div className={styles.why}>
      <TemperatureChart pot={pot} story={story} handle={chart} />
      <Reasons pot={pot} story={story} />
    </div>
  );
}

export function Reasons({ pot, story }: Omit<Props, 'chart'>) {
  return (
    <div className={styles.reasons}>
      <NineBox pot={pot} story={story} />
      <Contributions explanation={explanationOf(pot, story)} />
    </div>
  );
}

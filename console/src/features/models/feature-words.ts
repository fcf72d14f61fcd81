import { useMemo } from 'react';
import { useEventTypes } from '@/shared/assets/event-types';
import { useTags } from '@/shared/assets/tags';
import { useSay } from '@/shared/i18n/i18n';
import type zh from './locale/zh.json';
import { type ModelsText, useModelsText } from './locale/texts';

type Words = keyof typeof zh & `feature.${string}`;

/** How the learner names what it made of a column (FeatureName of engine/learn), and the words for it. */
const PATTERNS: readonly [RegExp, Words][] = [
  [/^last value$/, 'feature.last'],
  [/^latest$/, 'feature.latest'],
  [/^(\d+) rows? earlier$/, 'feature.earlier'],
  [/^change over (\d+) rows?$/, 'feature.change'],
  [/^mean of (\d+) rows?$/, 'feature.mean'],
  [/^spread of (\d+) rows?$/, 'feature.spread'],
  [/^lowest of (\d+) rows?$/, 'feature.lowest'],
  [/^highest of (\d+) rows?$/, 'feature.highest'],
  [/^(\d+) days? before(?: [+-]\d+ rows)?$/, 'feature.daysBefore'],
  [/^(\d+) weeks? before(?: [+-]\d+ rows)?$/, 'feature.weeksBefore'],
  [/^around (\d+) days? before$/, 'feature.daysBefore'],
  [/^around (\d+) weeks? before$/, 'feature.weeksBefore'],
  [/^median of (\d+) days, same time$/, 'feature.medianOfDays'],
  [/^mean of (\d+) days, same time$/, 'feature.meanOfDays'],
  [/^median of (\d+) weeks, same time$/, 'feature.medianOfWeeks'],
  [/^mean of (\d+) weeks, same time$/, 'feature.meanOfWeeks'],
  [/^mean of (\d+) rows against (\d+) days before$/, 'feature.against'],
  [/^rows since it crossed (\S+)$/, 'feature.since'],
  [/^run before it crossed (\S+)$/, 'feature.runBefore'],
  [/^share of (\d+) rows above (\S+)$/, 'feature.share'],
  [/^known ahead$/, 'feature.ahead'],
  [/^known ahead, mean to the target$/, 'feature.aheadMean'],
  [/^minute of day$/, 'feature.minuteOfDay'],
  [/^day of week$/, 'feature.dayOfWeek'],
  [/^time of day \((?:co)?sine\)$/, 'feature.timeOfDay'],
  [/^hour of week$/, 'feature.hourOfWeek'],
  [/^same time yesterday$/, 'feature.yesterday'],
  [/^same time last week$/, 'feature.lastWeek'],
  [/^mean of recent values$/, 'feature.recent'],
  [/^median$/, 'feature.median'],
];

/** The name whole, then with its first word, its first two … taken as the column. */
function* splits(name: string): Generator<[column: string, rest: string]> {
  yield ['', name];
  for (let at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1))
    yield [name.slice(0, at), name.slice(at + 1)];
}

/**
 * A name of the learner ("TB mean of 4 rows", "same time yesterday") as people read it. A column is the code of a
 * quantity, which `labels` put into words; a name that fits no pattern stays as it is.
 */
export function wordsOf(name: string, t: ModelsText, labels: ReadonlyMap<string, string>) {
  for (const [column, rest] of splits(name)) {
    for (const [pattern, key] of PATTERNS) {
      const found = pattern.exec(rest);
      if (!found) continue;
      const words = t(key, { a: found[1] ?? '', b: found[2] ?? '' });
      return column ? `${labels.get(column) ?? column} · ${words}` : words;
    }
  }
  return name;
}

/** Puts names of the learner into words; columns by the tags of the asset that the model is about. */
export function useFeatureWords(assetId: number) {
  const t = useModelsText();
  const say = useSay();
  const tags = useTags({ assetId });
  const types = useEventTypes();
  return useMemo(() => {
    const labels = new Map((tags.data?.items ?? []).map(tag => [tag.quantity, say(tag.label)]));
    for (const type of types.data ?? [])
      labels.set(`hours since ${type.code}`, t('feature.hoursSince', { a: say(type) }));
    return (name: string) => wordsOf(name, t, labels);
  }, [t, say, tags.data, types.data]);
}

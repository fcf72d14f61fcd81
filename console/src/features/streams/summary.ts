import type { Draft } from './definition';
import type { useStreamsText } from './locale/texts';

type Say = ReturnType<typeof useStreamsText>;

function own(draft: Draft, t: Say): string[] {
  switch (draft.kind) {
    case 'calculation':
      return [`${draft.output.tag} = ${draft.expression}  [${draft.output.unit}]`];
    case 'window':
      return draft.outputs.map(
        one => `${one.tag} = ${t(`figure.${one.figure}` as 'figure.mean')} (${draft.expression})`,
      );
    case 'rule':
      return [
        draft.way === 'when'
          ? draft.when
          : `${draft.value} ${draft.way === 'above' ? '>' : '<'} ${draft.limit}`,
        t('summary.rule', { hysteresis: draft.hysteresis, delay: draft.delay, priority: draft.priority }),
      ];
    case 'state-machine':
      return draft.transitions.map(one => `${one.from} → ${one.to}: ${one.when}`);
  }
}

/** A job in a few lines, for people who know the plant. */
export function summaryOf(draft: Draft, t: Say): string[] {
  return [...draft.inputs.map(one => `${one.name}: ${one.tag}`), ...own(draft, t)];
}

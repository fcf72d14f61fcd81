import { useCallback } from 'react';
import type { PotCell } from '@/shared/api/contract';
import { formatSigned } from '@/shared/format/number';
import { useSharedText } from '@/shared/locale/texts';
import { usePotlineText } from './locale/texts';
import { deviationOf, hasAdvice } from './pots';

/** A pot in one sentence, for those who hear the map. */
export function usePotLabel() {
  const t = usePotlineText();
  const shared = useSharedText();
  return useCallback(
    (pot: PotCell) => {
      const deviation = deviationOf(pot);
      return [
        t('pot', { number: pot.number }),
        t(`potState.${pot.state}`),
        pot.priority ? shared(`priority.${pot.priority}`) : '',
        pot.stale ? shared('quality.stale') : '',
        deviation === null ? '' : t('map.deviation', { value: formatSigned(deviation, 1) }),
        hasAdvice(pot) ? t('legend.advice') : '',
      ]
        .filter(Boolean)
        .join(', ');
    },
    [t, shared],
  );
}

/** Name of a piece of work by its code; an unknown code stands as it is. */
export function useWorkName() {
  const t = usePotlineText();
  return useCallback(
    (code: string) => (code === 'ANODE_CHANGE' || code === 'TAP' ? t(`work.${code}`) : code),
    [t],
  );
}

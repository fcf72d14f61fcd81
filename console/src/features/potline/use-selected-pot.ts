import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PotMap } from '@/shared/api/contract';
import { potsOf, worstOf } from './pots';

/** The pot whose panel is open, kept in the address as `pot`; at first the one that needs a look most. */
export function useSelectedPot(map: PotMap | undefined, scope: number | null) {
  const [address, setAddress] = useSearchParams();
  // Chosen once: later changes on the map must not move the panel under the reader.
  const [first, setFirst] = useState<number | null | undefined>(undefined);
  if (map && first === undefined) {
    const pots = potsOf(map);
    const named = pots.find(pot => pot.assetId === scope);
    setFirst((named ?? worstOf(pots))?.assetId ?? null);
  }
  const asked = address.get('pot');
  const selected = asked === null ? (first ?? null) : Number(asked) || null;
  const select = useCallback(
    (pot: number | null) =>
      setAddress(
        old => {
          const next = new URLSearchParams(old);
          next.set('pot', String(pot ?? 0));
          return next;
        },
        { replace: true },
      ),
    [setAddress],
  );
  return { selected, select };
}

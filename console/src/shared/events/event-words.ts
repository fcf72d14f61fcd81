import { useCallback } from 'react';
import type { PlantEvent } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { useSharedText } from '@/shared/locale/texts';

export interface EventFact {
  name: string;
  label: string;
  value: string;
}

/** Names of figures that a plant's events carry; another name is shown as it came. */
const KNOWN = ['anode', 'planned', 'weight', 'volts', 'blocked'] as const;

/** "weight_kg" is a weight in kg: the unit stands behind the last underscore. */
function split(name: string) {
  const at = name.lastIndexOf('_');
  return at < 0 ? { base: name, unit: '' } : { base: name.slice(0, at), unit: name.slice(at + 1) };
}

function written(value: string, unit: string) {
  const number = value.trim() === '' ? NaN : Number(value);
  const text = Number.isFinite(number) && unit ? formatNumber(number) : value;
  return unit ? `${text} ${unit}` : text;
}

/** What an event says of itself, in words and with units. */
export function useEventFacts() {
  const t = useSharedText();
  return useCallback(
    (event: PlantEvent): EventFact[] =>
      Object.entries(event.attributes).map(([name, value]) => {
        const { base, unit } = split(name);
        const known = KNOWN.find(one => one === base);
        if (name === 'detail' || name === 'note') return { name, label: '', value };
        return { name, label: known ? t(`event.${known}`) : base, value: written(value, unit) };
      }),
    [t],
  );
}

/** The facts of an event in one line: "阳极 10", "出铝 3 814 kg". */
export const oneLine = (facts: readonly EventFact[]) =>
  facts.map(({ label, value }) => (label ? `${label} ${value}` : value)).join(' · ');

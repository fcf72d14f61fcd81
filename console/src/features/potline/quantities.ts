import type { ModelSummary } from '@/shared/api/contract';

/** The quantities of a pot that pages name, and the codes by which servers and plants call them. */
const CODES = {
  temperature: ['bathtemperature', 'tb'],
  excess: ['excessaluminiumfluoride', 'excessalf3', 'xs'],
  volts: ['potvoltage', 'voltage', 'v'],
  noise: ['noise', 'voltagenoise'],
  dose: ['aluminiumfluoridedose', 'alf3dose', 'dose'],
  feed: ['aluminafeed', 'feedrate', 'feed'],
} as const;

export type Quantity = keyof typeof CODES;

const plain = (code: string) => code.toLowerCase().replace(/[^a-z0-9]/g, '');

export const isQuantity = (quantity: Quantity, code: string) =>
  (CODES[quantity] as readonly string[]).includes(plain(code));

export function tagOf(tags: Readonly<Record<string, number>>, quantity: Quantity): number | undefined {
  return Object.entries(tags).find(([code]) => isQuantity(quantity, code))?.[1];
}

/** The champion that speaks about a quantity at one of these assets (the pot itself or what it belongs to). */
export function modelFor(
  models: readonly ModelSummary[],
  quantity: Quantity,
  tagId: number | undefined,
  assets: ReadonlySet<number>,
): ModelSummary | undefined {
  return models.find(model => {
    const here = model.assetId === null || model.assetId === undefined || assets.has(model.assetId);
    const { target } = model;
    const about = target.quantity
      ? isQuantity(quantity, target.quantity)
      : target.tagId
        ? target.tagId === tagId
        : isQuantity(quantity, model.code);
    return here && about && typeof model.champion === 'number';
  });
}

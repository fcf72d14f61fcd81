import type { PlannedPlant } from '@/shared/api/contract';
import { useAssets, useScope } from '@/shared/assets/assets';

/** The planned plant that the top bar names, or the only one there is. */
export function usePlanned(plants: readonly PlannedPlant[] | undefined) {
  const { assetId } = useScope();
  const { tree } = useAssets();
  if (!plants) return undefined;
  const within = (plant: PlannedPlant) =>
    assetId === null || tree.pathOf(plant.assetId).some(asset => asset.id === assetId);
  const above =
    assetId === null
      ? undefined
      : plants.find(plant => tree.pathOf(assetId).some(asset => asset.id === plant.assetId));
  const below = plants.filter(within);
  return above ?? (below.length === 1 ? below[0] : undefined);
}

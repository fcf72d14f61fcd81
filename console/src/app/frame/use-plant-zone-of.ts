import { useEffect } from 'react';
import { useScope } from '@/shared/assets/assets';
import { setPlantZone } from '@/shared/time/plant-time';

/** Whether the browser knows a zone of this name; the server's list may be newer. */
function isZone(name: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** Times are shown in the zone of the plant in view, or of the only plant there is. */
export function usePlantZoneOf() {
  const { path, tree } = useScope();
  const plants = tree.all.filter(asset => asset.kind === 'PLANT');
  const plant = path.find(asset => asset.kind === 'PLANT') ?? (plants.length === 1 ? plants[0] : undefined);
  const zone = plant?.zone;
  useEffect(() => {
    if (zone && isZone(zone)) setPlantZone(zone);
  }, [zone]);
}

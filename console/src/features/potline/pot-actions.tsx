import { useNavigate } from 'react-router';
import type { Pot } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { useKeys } from '@/shared/keys/keys';
import { useCarry } from '@/shared/nav/app-link';
import { Button } from '@/shared/ui/button';
import { usePotMap } from './api';
import { usePotlineText } from './locale/texts';
import { beside, potsOf } from './pots';
import { potLanes } from './trend-lanes';

/** Pots before and after in the line, the map, and the trends with the tags of this pot. */
export function PotActions({ assetId, pot }: { assetId: number; pot: Pot | undefined }) {
  const t = usePotlineText();
  const carry = useCarry();
  const navigate = useNavigate();
  const { tree } = useAssets();
  const line = tree.pathOf(assetId).findLast(asset => asset.kind === 'LINE');
  const map = usePotMap(line?.id ?? null);
  const pots = map.data ? potsOf(map.data) : [];
  const [before, after] = [beside(pots, assetId, -1), beside(pots, assetId, 1)];
  const go = (to: { assetId: number } | undefined) =>
    to && void navigate(carry(`/potline/pots/${to.assetId}?asset=${to.assetId}`), { replace: true });
  const toMap = () => void navigate(carry(`/potline?${line ? `asset=${line.id}&` : ''}pot=${assetId}`));
  const tags = pot ? potLanes(pot).map(lane => lane.series.map(one => one.tag).join(',')) : [];
  useKeys([
    { keys: 'ArrowLeft', label: t('pot.before'), act: () => go(before) },
    { keys: 'ArrowRight', label: t('pot.after'), act: () => go(after) },
    { keys: 'Esc', label: t('pot.toMap'), act: toMap },
  ]);
  return (
    <>
      <Button
        disabled={!before}
        aria-label={t('pot.before')}
        title={t('pot.before')}
        keys="←"
        onClick={() => go(before)}
      >
        {before ? t('pot.short', { number: before.number }) : ''}
      </Button>
      <Button
        disabled={!after}
        aria-label={t('pot.after')}
        title={t('pot.after')}
        keys="→"
        onClick={() => go(after)}
      >
        {after ? t('pot.short', { number: after.number }) : ''}
      </Button>
      <Button onClick={toMap}>{t('pot.toMap')}</Button>
      <Button
        disabled={tags.length === 0}
        onClick={() => void navigate(carry(`/trends?tags=${tags.join(';')}&asset=${assetId}`))}
      >
        {t('pot.toTrends')}
      </Button>
    </>
  );
}

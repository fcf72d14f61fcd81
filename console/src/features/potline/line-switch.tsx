import { Select } from 'antd';
import type { PotLine } from '@/shared/api/contract';
import { useScope } from '@/shared/assets/assets';
import { useSay } from '@/shared/i18n/i18n';
import { usePotlineText } from './locale/texts';

/** Goes from line to line where there are several. */
export function LineSwitch({ line, lines }: { line: PotLine; lines: readonly PotLine[] }) {
  const t = usePotlineText();
  const say = useSay();
  const { setScope } = useScope();
  if (lines.length < 2) return null;
  return (
    <Select
      size="small"
      aria-label={t('lines')}
      value={line.assetId}
      onChange={setScope}
      options={lines.map(one => ({ value: one.assetId, label: say(one.name) }))}
      style={{ minWidth: 120 }}
    />
  );
}

import { useState } from 'react';
import { PRESETS, spanText, useTimeRange } from '@/shared/time/time-range';
import { Button } from '@/shared/ui/button';
import { Segmented } from '@/shared/ui/segmented';
import { withQuery } from '@/shared/api/client';
import { useTrendsText } from './locale/texts';

interface Props {
  ids: readonly number[];
  compare: boolean;
  onCompare(on: boolean): void;
  onPng(): void;
}

type Copied = 'no' | 'yes' | 'failed';

/** Spans, live, comparison, link and exports. */
export function Toolbar({ ids, compare, onCompare, onPng }: Props) {
  const t = useTrendsText();
  const { range, setSpan } = useTimeRange();
  const [copied, setCopied] = useState<Copied>('no');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied('yes');
    } catch {
      setCopied('failed');
    }
    setTimeout(() => setCopied('no'), 3000);
  };
  const csv = withQuery('/api/history/export', {
    tags: ids,
    from: new Date(range.from).toISOString(),
    to: new Date(range.to).toISOString(),
    format: 'csv',
  });
  return (
    <>
      <Segmented
        label={t('span')}
        options={PRESETS.map(span => ({ value: span as string, label: span }))}
        value={range.span}
        onChange={setSpan}
      />
      <Button
        aria-pressed={range.live}
        title={t('live.hint')}
        onClick={() => setSpan(spanText(range.to - range.from))}
      >
        {t('live')}
      </Button>
      <Button aria-pressed={compare} onClick={() => onCompare(!compare)}>
        {t('compare')}
      </Button>
      <Button onClick={() => void copy()} aria-live="polite">
        {copied === 'no' ? t('save') : copied === 'yes' ? t('saved') : t('save.failed')}
      </Button>
      <Button disabled={ids.length === 0} onClick={() => location.assign(csv)}>
        {t('export.csv')}
      </Button>
      <Button disabled={ids.length === 0} onClick={onPng}>
        {t('export.png')}
      </Button>
    </>
  );
}

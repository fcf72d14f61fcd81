import { Popover } from 'antd';
import { lazy, Suspense, type SyntheticEvent, useState } from 'react';
import { useSharedText } from '@/shared/locale/texts';
import { Button } from '@/shared/ui/button';
import { formatTime, formatZone } from './plant-time';
import { PRESETS, type TimeRange, useTimeRange } from './time-range';
import styles from './range-picker.module.css';

const MomentField = lazy(() => import('./moment-field'));

/** The global time range: look-back windows that follow the clock, or two fixed times. */
export function RangePicker() {
  const t = useSharedText();
  const { range, setSpan, setFixed } = useTimeRange();
  const [open, setOpen] = useState(false);
  const preset = PRESETS.find(one => one === range.span);
  const words = preset
    ? t(`range.${preset}`)
    : range.span
      ? t('range.other', { span: range.span })
      : `${formatTime(range.from)} — ${formatTime(range.to)}`;
  const content = (
    <div className={styles.content}>
      <div className={styles.presets}>
        {PRESETS.map(one => (
          <Button
            key={one}
            aria-pressed={range.span === one}
            onClick={() => {
              setSpan(one);
              setOpen(false);
            }}
          >
            {t(`range.${one}`)}
          </Button>
        ))}
      </div>
      <FixedRange
        key={open ? 'open' : 'closed'}
        range={range}
        onApply={(from, to) => {
          setFixed(from, to);
          setOpen(false);
        }}
      />
    </div>
  );
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={content}
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
    >
      <button
        type="button"
        className={styles.range}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={`${t('range.pick')}: ${words}`}
      >
        <span>{words}</span>
        <em aria-hidden>▾</em>
      </button>
    </Popover>
  );
}

function FixedRange({ range, onApply }: { range: TimeRange; onApply(from: number, to: number): void }) {
  const t = useSharedText();
  const [from, setFrom] = useState(range.from);
  const [to, setTo] = useState(range.to);
  const wrong = from >= to;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!wrong) onApply(from, to);
  };
  return (
    <form className={styles.fixed} onSubmit={submit}>
      <Suspense fallback={<div className={styles.fields} />}>
        <div className={styles.fields}>
          <span>{t('range.from')}</span>
          <MomentField label={t('range.from')} value={from} onChange={setFrom} />
          <span>{t('range.to')}</span>
          <MomentField label={t('range.to')} value={to} onChange={setTo} />
        </div>
      </Suspense>
      <div className="row">
        <span className="t3 small">
          {wrong ? t('range.wrong') : t('range.zone', { zone: formatZone(to) })}
        </span>
        <span className="space" />
        <Button type="submit" kind="primary" disabled={wrong}>
          {t('range.apply')}
        </Button>
      </div>
    </form>
  );
}

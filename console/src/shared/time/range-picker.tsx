import { Popover } from 'antd';
import { type SyntheticEvent, useState } from 'react';
import { useSharedText } from '@/shared/locale/texts';
import { Button } from '@/shared/ui/button';
import { formatTime, formatZone, fromPlantTime, toPlantField } from './plant-time';
import { PRESETS, type TimeRange, useTimeRange } from './time-range';
import styles from './range-picker.module.css';

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
  const [from, setFrom] = useState(toPlantField(range.from));
  const [to, setTo] = useState(toPlantField(range.to));
  const wrong = !(from && to && fromPlantTime(from) < fromPlantTime(to));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!wrong) onApply(fromPlantTime(from), fromPlantTime(to));
  };
  return (
    <form className={styles.fixed} onSubmit={submit}>
      <label>
        {t('range.from')}
        <input type="datetime-local" value={from} onChange={event => setFrom(event.target.value)} />
      </label>
      <label>
        {t('range.to')}
        <input type="datetime-local" value={to} onChange={event => setTo(event.target.value)} />
      </label>
      <div className="row">
        <span className="t3 small">
          {wrong ? t('range.wrong') : t('range.zone', { zone: formatZone(range.to) })}
        </span>
        <span className="space" />
        <Button type="submit" kind="primary" disabled={wrong}>
          {t('range.apply')}
        </Button>
      </div>
    </form>
  );
}

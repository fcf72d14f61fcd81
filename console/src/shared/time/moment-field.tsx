import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { formatMoment, fromPlantTime } from './plant-time';

interface Props {
  label: string;
  /** Epoch milliseconds. */
  value: number;
  onChange(at: number): void;
}

const WRITTEN = 'YYYY-MM-DDTHH:mm';

/** Day and minute in plant time, 24 h; typed or picked. The picker only sees wall-clock digits, never the browser's zone. */
export default function MomentField({ label, value, onChange }: Props) {
  return (
    <DatePicker
      aria-label={label}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      allowClear={false}
      needConfirm={false}
      value={dayjs(formatMoment(value))}
      onChange={next => next && onChange(fromPlantTime(next.format(WRITTEN)))}
    />
  );
}

import type { DayLoad, Plan } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { dayOf, type LoadRow } from './load-grid';
import styles from './load.module.css';
import { useSchedulingText } from './locale/texts';

const DAY = 1440;

/** One machine day by day: hours worked, set up, free and closed. */
export function LoadDays({ plan, row }: { plan: Plan; row: LoadRow }) {
  const t = useSchedulingText();
  return (
    <ul className={styles.bars} aria-label={t('load.of', { resource: row.resource })}>
      {row.days.map((load, day) => (
        <li key={day} title={load && t('load.bar', partsOf(load))}>
          <Bar load={load} />
          <span className="t3">{dayOf(plan, day)}</span>
        </li>
      ))}
    </ul>
  );
}

const hours = (minutes: number) => formatNumber(minutes / 60, 1);

function partsOf({ working, setup, open }: DayLoad) {
  return {
    working: hours(working),
    setup: hours(setup),
    free: hours(Math.max(0, open - working - setup)),
    closed: hours(DAY - open),
  };
}

function Bar({ load }: { load: DayLoad | undefined }) {
  if (!load) return <span className={styles.bar} />;
  const { working, setup, open } = load;
  const part = (minutes: number, style: string | undefined) => (
    <i className={style} style={{ flexGrow: Math.max(0, minutes) }} />
  );
  return (
    <span className={styles.bar}>
      {part(DAY - Math.max(open, working + setup), styles.closedPart)}
      {part(open - working - setup, styles.free)}
      {part(setup, styles.setup)}
      {part(working, styles.working)}
    </span>
  );
}

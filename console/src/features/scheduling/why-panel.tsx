import type { Lateness, Plan } from '@/shared/api/contract';
import { formatNumber, formatSigned } from '@/shared/format/number';
import { formatTime } from '@/shared/time/plant-time';
import { SidePanel, Step } from '@/shared/ui/side-panel';
import { QueryView } from '@/shared/ui/states';
import { useWhy } from './api';
import { type SchedulingText, useSchedulingText } from './locale/texts';
import styles from './scheduling.module.css';

interface Props {
  plan: Plan;
  place: number;
  revision: number;
  end: number;
  onClose(): void;
}

const PARTS = ['release', 'queueing', 'setup', 'processing', 'lag', 'calendar'] as const;
const MOST_STEPS = 14;

/** One order: what was promised, why it ends when it ends, and what would change it. */
export function WhyPanel({ plan, place, revision, end, onClose }: Props) {
  const t = useSchedulingText();
  const order = plan.orders[place]!;
  const query = useWhy(plan.assetId, order.id, revision);
  const begin = Date.parse(plan.startsAt);
  const time = (minute: number) => formatTime(begin + minute * 60_000);
  const late = (end - order.due) / 60;
  return (
    <SidePanel title={t('order', { id: order.id })} onClose={onClose}>
      <Step step={1} title={t('why.state')}>
        <p className={styles.facts}>
          {t('why.facts', {
            customer: order.customer,
            tonnes: formatNumber(order.tonnes, 1),
            due: time(order.due),
            end: time(end),
            late: formatSigned(late, 1),
          })}
        </p>
      </Step>
      <QueryView query={query} rows={6}>
        {why => (
          <>
            <Step
              step={2}
              title={t('why.why')}
              meta={t('why.total', { hours: formatNumber(why.end / 60, 1) })}
            >
              <Split why={why} />
              <Walk why={why} time={time} own={order.id} />
            </Step>
            <Step step={3} title={t('why.what')}>
              {why.whatIfs.length === 0 && <p>{t('why.nothing')}</p>}
              {why.whatIfs.map(one => (
                <p key={one.what} className={styles.whatIf}>
                  <b>{whatIf(t, one.what, time)}</b>
                  <span>
                    {t('why.then', {
                      end: time(one.end),
                      hours: formatSigned((one.end - end) / 60, 1),
                      tardiness: formatNumber(one.weightedTardinessHours, 1),
                    })}
                  </span>
                </p>
              ))}
            </Step>
          </>
        )}
      </QueryView>
    </SidePanel>
  );
}

/** What could be done, in the language of the page. */
function whatIf(t: SchedulingText, what: string, time: (minute: number) => string) {
  const before = /^before order (.+) on (.+)$/.exec(what);
  if (before) return t('whatIf.before', { order: before[1] ?? '', resource: before[2] ?? '' });
  const open = /^(.+) open from minute (\d+) to (\d+)$/.exec(what);
  if (!open) return what;
  return t('whatIf.open', {
    resource: open[1] ?? '',
    from: time(Number(open[2])),
    to: time(Number(open[3])),
  });
}

function Split({ why }: { why: Lateness }) {
  const t = useSchedulingText();
  return (
    <>
      <div className={styles.split} role="img" aria-label={t('why.split')}>
        {PARTS.map(part => (
          <span key={part} className={styles[part]} style={{ flexGrow: why.minutes[part] }} />
        ))}
      </div>
      <p className={styles.legend}>
        {PARTS.filter(part => why.minutes[part] > 0).map(part => (
          <span key={part}>
            <i className={styles[part]} />
            {t(`part.${part}`)} <b>{formatNumber(why.minutes[part] / 60, 1)}</b>
            <span className="unit">{'h'}</span>
          </span>
        ))}
      </p>
    </>
  );
}

function Walk({ why, time, own }: { why: Lateness; time(minute: number): string; own: string }) {
  const t = useSchedulingText();
  return (
    <table className={styles.walk} aria-label={t('why.walk')}>
      <thead>
        <tr>
          <th>{t('walk.order')}</th>
          <th>{t('walk.operation')}</th>
          <th>{t('walk.resource')}</th>
          <th className="right">{t('walk.start')}</th>
          <th>{t('walk.waited')}</th>
        </tr>
      </thead>
      <tbody>
        {why.steps.slice(0, MOST_STEPS).map(step => (
          <tr key={`${step.order} ${step.resource} ${step.start}`}>
            <td>{step.order === own ? <b>{step.order}</b> : step.order}</td>
            <td>{step.operation}</td>
            <td>{step.resource}</td>
            <td className="right">{time(step.start)}</td>
            <td>{t(`waited.${step.waited}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Plan } from '@/shared/api/contract';
import { useKeys } from '@/shared/keys/keys';
import { Button } from '@/shared/ui/button';
import { Panel } from '@/shared/ui/panel';
import { ErrorState } from '@/shared/ui/states';
import { Gantt } from './gantt';
import type { Grouping } from './gantt-scene';
import { useSchedulingText } from './locale/texts';
import styles from './scheduling.module.css';
import type { useDraft } from './use-draft';
import { fitted, NAMES, panned, showing, spanning, type View, zoomed } from './view';

interface Props {
  plan: Plan;
  draft: ReturnType<typeof useDraft>;
  grouping: Grouping;
  orders: readonly number[];
  selected: number | null;
  onSelect(order: number | null): void;
  /** Whether this person may change the plan. */
  may: boolean;
}

const SPANS = [
  { key: 'span.8h', minutes: 480 },
  { key: 'span.3d', minutes: 3 * 1440 },
  { key: 'span.14d', minutes: 14 * 1440 },
] as const;
const START: View = { from: 0, perPixel: 6, top: 0 };

/** The Gantt chart with its spans, keys, undo and what was refused. */
export function GanttPanel({ plan, draft, grouping, orders, selected, onSelect, may }: Props) {
  const t = useSchedulingText();
  const [view, setView] = useState<View>(START);
  const width = useRef(0);
  const { desk, gantt, head } = draft;
  const horizon = gantt.horizon;
  const onSize = useCallback(
    (next: number) => {
      if (width.current === 0 && next > 0) setView(spanning(Math.max(0, plan.now - 240), 3 * 1440, next));
      width.current = next;
    },
    [plan.now],
  );
  const chosen = selected === null ? undefined : plan.orders[selected];
  useEffect(() => {
    if (!chosen) return;
    const last = chosen.first + chosen.operations.length - 1;
    setView(old => showing(old, gantt.start[chosen.first]!, gantt.end[last]!, width.current));
    // A bar that moves does not move the view.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen]);
  const middle = () => NAMES + (width.current - NAMES) / 2;
  const zoom = (factor: number) => setView(old => zoomed(old, middle(), factor, horizon, width.current));
  const pan = (dx: number) => setView(old => panned(old, dx, horizon, width.current));
  const undo = () => head.undo > 0 && desk.undo.mutate();
  const redo = () => head.redo > 0 && desk.redo.mutate();
  useKeys([
    { keys: '+', label: t('key.larger'), act: () => zoom(0.7) },
    { keys: '=', label: t('key.larger'), act: () => zoom(0.7) },
    { keys: '-', label: t('key.smaller'), act: () => zoom(1.4) },
    { keys: 'ArrowLeft', label: t('key.earlier'), act: () => pan(120) },
    { keys: 'ArrowRight', label: t('key.later'), act: () => pan(-120) },
    { keys: '0', label: t('key.whole'), act: () => setView(fitted(horizon, width.current)) },
  ]);
  useKeys(
    [
      { keys: 'U', label: t('undo'), act: undo },
      { keys: 'Shift+U', label: t('redo'), act: redo },
    ],
    may,
  );
  const refused =
    desk.move.error ?? desk.undo.error ?? desk.redo.error ?? desk.run.error ?? desk.publish.error;
  const forget = () => [desk.move, desk.undo, desk.redo, desk.run, desk.publish].forEach(one => one.reset());
  return (
    <Panel
      step={1}
      title={t('gantt')}
      meta={t('gantt.meta', {
        resources: plan.resources.length,
        orders: plan.orders.length,
        bars: gantt.start.length,
      })}
      actions={
        <>
          {SPANS.map(({ key, minutes }) => (
            <Button
              key={key}
              kind="text"
              onClick={() => setView(spanning(Math.max(0, plan.now - minutes / 18), minutes, width.current))}
            >
              {t(key)}
            </Button>
          ))}
          <Button kind="text" keys="0" onClick={() => setView(fitted(horizon, width.current))}>
            {t('span.all')}
          </Button>
          {may && (
            <>
              <Button keys="U" disabled={head.undo === 0} onClick={undo}>
                {t('undo')}
              </Button>
              <Button keys="⇧U" disabled={head.redo === 0} onClick={redo}>
                {t('redo')}
              </Button>
            </>
          )}
        </>
      }
      footer={<Legend />}
    >
      {refused ? (
        <div className={styles.refused}>
          <ErrorState error={refused} onRetry={forget} />
        </div>
      ) : null}
      <Gantt
        plan={plan}
        gantt={gantt}
        view={view}
        onView={setView}
        grouping={grouping}
        orders={orders}
        selected={selected}
        onSelect={onSelect}
        onDrop={may ? draft.drop : null}
        onSize={onSize}
      />
    </Panel>
  );
}

function Legend() {
  const t = useSchedulingText();
  return (
    <>
      {(['family', 'setupBar', 'late', 'tight', 'closed', 'frozen', 'chosen'] as const).map(key => (
        <span key={key} className={styles.key}>
          <i className={styles[key]} />
          {t(`legend.${key}`)}
        </span>
      ))}
      <span className="space" />
      <span>{t('gantt.hint')}</span>
    </>
  );
}

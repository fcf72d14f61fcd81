import { type ReactNode, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { PotLine, PotMap } from '@/shared/api/contract';
import { useScope } from '@/shared/assets/assets';
import { useSay } from '@/shared/i18n/i18n';
import { useCarry } from '@/shared/nav/app-link';
import { FigureStrip } from '@/shared/ui/figure-strip';
import { Page } from '@/shared/ui/page';
import { Segmented } from '@/shared/ui/segmented';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { AdviceQueue } from './advice-queue';
import { useAdviceOf, usePot, usePotMap } from './api';
import { LineSwitch } from './line-switch';
import { usePotlineText } from './locale/texts';
import { MapPanel } from './map-panel';
import { openAdvice } from './pot-advice';
import { PotPanel } from './pot-panel';
import styles from './potline.module.css';
import { beside, potsOf } from './pots';
import { type View, VIEWS } from './scales';
import { useDecision } from './use-decision';
import { useSelectedPot } from './use-selected-pot';

interface Props {
  line: PotLine;
  lines: readonly PotLine[];
}

const isView = (text: string | null): text is View => VIEWS.some(view => view === text);

function useView() {
  const [address, setAddress] = useSearchParams();
  const asked = address.get('view');
  const put = (view: View) =>
    setAddress(
      old => {
        const next = new URLSearchParams(old);
        if (view === 'state') next.delete('view');
        else next.set('view', view);
        return next;
      },
      { replace: true },
    );
  return [isView(asked) ? asked : 'state', put] as const;
}

/** Which pot and which advice are in hand; choosing a row of the queue chooses its pot. */
function useInHand(line: PotLine, map: PotMap | undefined) {
  const { assetId } = useScope();
  const { selected, select } = useSelectedPot(map, assetId);
  const pot = usePot(selected);
  const queue = useAdviceOf(line.assetId, 'PROPOSED');
  const [chosen, setChosen] = useState<number | null>(null);
  const waiting = queue.data?.items.filter(one => one.assetId === selected) ?? [];
  const current =
    waiting.find(one => one.id === chosen) ??
    openAdvice(pot.data?.assetId === selected ? pot.data : undefined)[0] ??
    waiting[0];
  return { selected, select, pot, queue, current, setChosen };
}

/** One line: its pots on the map, the advice that waits, and the pot in hand beside them. */
export function LineView({ line, lines }: Props) {
  const t = usePotlineText();
  const say = useSay();
  const carry = useCarry();
  const navigate = useNavigate();
  const map = usePotMap(line.assetId);
  const [view, setView] = useView();
  const hand = useInHand(line, map.data);
  const { selected, select, current } = hand;
  const decision = useDecision(current);
  const pots = useMemo(() => (map.data ? potsOf(map.data) : []), [map.data]);
  const numbers = pots.map(pot => `${pot.assetId}:${pot.number}`).join(' ');
  const names = useMemo(
    () =>
      new Map(
        numbers
          .split(' ')
          .map(one => one.split(':'))
          .map(([asset, number = '']) => [Number(asset), t('pot.short', { number })]),
      ),
    [numbers, t],
  );
  const open = (assetId: number) => void navigate(carry(`/potline/pots/${assetId}?asset=${assetId}`));
  const cell = pots.find(pot => pot.assetId === selected);
  return (
    <Stage
      side={
        selected !== null &&
        cell && (
          <PotPanel
            query={hand.pot}
            number={cell.number}
            assetId={selected}
            current={current}
            decision={decision}
            before={beside(pots, selected, -1)?.assetId}
            after={beside(pots, selected, 1)?.assetId}
            onSelect={select}
            onClose={() => select(null)}
          />
        )
      }
    >
      <Page
        title={say(line.name)}
        sentence={say(map.data?.sentence)}
        actions={
          <>
            <LineSwitch line={line} lines={lines} />
            <Segmented<View>
              label={t('view')}
              value={view}
              onChange={setView}
              options={VIEWS.map(value => ({ value, label: t(`view.${value}`) }))}
            />
          </>
        }
      >
        <div className={styles.line}>
          <QueryView query={map} rows={6}>
            {data =>
              pots.length === 0 ? (
                <EmptyState title={t('map.none')}>{t('map.none.detail')}</EmptyState>
              ) : (
                <>
                  <Figures map={data} />
                  <MapPanel
                    map={data}
                    view={view}
                    connected={map.connected}
                    selected={selected}
                    onSelect={select}
                    onOpen={open}
                  />
                  <AdviceQueue
                    query={hand.queue}
                    pots={names}
                    selected={current?.id ?? null}
                    onSelect={advice => {
                      hand.setChosen(advice.id);
                      select(advice.assetId);
                    }}
                    onOpen={advice => open(advice.assetId)}
                    error={selected === null ? decision.error : null}
                    onErrorSeen={decision.forget}
                  />
                </>
              )
            }
          </QueryView>
        </div>
      </Page>
      {decision.dialog}
    </Stage>
  );
}

/** The page and, when a pot is in hand, its panel beside it over the full height. */
function Stage({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className={side ? `${styles.stage} ${styles.withSide}` : styles.stage}>
      {children}
      {side && <div className={styles.side}>{side}</div>}
    </div>
  );
}

function Figures({ map }: { map: PotMap }) {
  const t = usePotlineText();
  const say = useSay();
  return (
    <FigureStrip
      compact
      label={t('figures')}
      figures={map.figures.slice(0, 6).map(one => ({
        key: one.code,
        label: say(one.label),
        value: one.value,
        unit: one.unit,
        note: say(one.note),
      }))}
    />
  );
}

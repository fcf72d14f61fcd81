import { useNavigate } from 'react-router';
import type { Advice, Pot } from '@/shared/api/contract';
import { useSharedText } from '@/shared/locale/texts';
import { useCarry } from '@/shared/nav/app-link';
import { Button } from '@/shared/ui/button';
import { SidePanel, Step } from '@/shared/ui/side-panel';
import { ErrorState, QueryView } from '@/shared/ui/states';
import type { usePot } from './api';
import { usePotlineText } from './locale/texts';
import { openAdvice, PotAdvice, useAdviceMeta } from './pot-advice';
import { AlarmChip, useNature } from './pot-marks';
import styles from './potline.module.css';
import { Results, useHits } from './results';
import { StateGrid } from './state-grid';
import type { Decision } from './use-decision';
import { usePotStory } from './use-pot-story';
import { useCauses, Why } from './why';

interface Props {
  query: ReturnType<typeof usePot>;
  number: string | number;
  assetId: number;
  current: Advice | undefined;
  decision: Decision;
  before?: number;
  after?: number;
  onSelect(assetId: number): void;
  onClose(): void;
}

/** The selected pot beside the map: state, why, what to do, what came of it. */
export function PotPanel(props: Props) {
  const { query, number, assetId, before, after, onSelect, onClose } = props;
  const t = usePotlineText();
  const shared = useSharedText();
  const carry = useCarry();
  const navigate = useNavigate();
  const pot = query.data;
  return (
    <SidePanel
      title={<span className={styles.number}>{t('pot.short', { number })}</span>}
      marks={pot && <AlarmChip pot={pot} />}
      onClose={onClose}
      actions={
        <>
          <Neighbour label={t('pot.before')} to={before} sign="‹" onSelect={onSelect} />
          <Neighbour label={t('pot.after')} to={after} sign="›" onSelect={onSelect} />
          <Button onClick={() => void navigate(carry(`/potline/pots/${assetId}?asset=${assetId}`))}>
            {shared('action.open')}
          </Button>
        </>
      }
    >
      <QueryView query={query} rows={6}>
        {data => <Steps key={data.assetId} {...props} pot={data} />}
      </QueryView>
    </SidePanel>
  );
}

interface NeighbourProps {
  label: string;
  sign: string;
  to: number | undefined;
  onSelect(assetId: number): void;
}

function Neighbour({ label, sign, to, onSelect }: NeighbourProps) {
  return (
    <Button
      kind="text"
      aria-label={label}
      title={label}
      disabled={to === undefined}
      onClick={() => to !== undefined && onSelect(to)}
    >
      {sign}
    </Button>
  );
}

function Steps({ pot, current, decision }: Props & { pot: Pot }) {
  const t = usePotlineText();
  const story = usePotStory(pot);
  const advice = openAdvice(pot);
  const causes = useCauses(pot, story);
  const meta = useAdviceMeta(advice);
  const hits = useHits(pot);
  const nature = useNature(pot);
  return (
    <>
      <Step step={1} title={t('step.state')} meta={[...nature, t('step.state.meta')].join(' · ')}>
        <StateGrid pot={pot} columns={3} />
      </Step>
      <Step step={2} title={t('step.why')} meta={causes}>
        <Why pot={pot} story={story} />
      </Step>
      <Step step={3} title={t('step.do')} meta={meta}>
        {decision.error ? <ErrorState error={decision.error} onRetry={decision.forget} /> : null}
        <PotAdvice advice={advice} current={current} decision={decision} />
      </Step>
      <Step step={4} title={t('step.result')} meta={hits}>
        <Results pot={pot} most={3} />
      </Step>
    </>
  );
}

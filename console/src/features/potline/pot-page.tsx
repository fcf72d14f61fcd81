import { useParams } from 'react-router';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { Page } from '@/shared/ui/page';
import { useTimeRange } from '@/shared/time/time-range';
import type { Pot } from '@/shared/api/contract';
import { useSay } from '@/shared/i18n/i18n';
import { usePot } from './api';
import { usePotlineText } from './locale/texts';
import { PotActions } from './pot-actions';
import { AlarmChip, useNature, worstAlarm } from './pot-marks';
import { PotSide } from './pot-side';
import styles from './pot.module.css';
import { Records } from './records';
import { Panel } from '@/shared/ui/panel';
import { StateGrid } from './state-grid';
import { TrendPanel } from './trend-panel';

/** One pot with room: its quantities over time, what happened to it, why it stands so, what to do, what came of it. */
export default function PotPage() {
  const t = usePotlineText();
  const assetId = Number(useParams().assetId) || null;
  const query = usePot(assetId);
  const pot = query.data?.assetId === assetId ? query.data : undefined;
  if (assetId === null)
    return (
      <Page title={t('title')}>
        <EmptyState title={t('pot.wrong')} />
      </Page>
    );
  return (
    <Page
      title={pot ? t('pot.short', { number: pot.number }) : t('title')}
      sentence={pot && <Sentence pot={pot} />}
      actions={<PotActions assetId={assetId} pot={pot} />}
    >
      <QueryView query={{ ...query, data: pot }} rows={6}>
        {data => <Content key={data.assetId} pot={data} />}
      </QueryView>
    </Page>
  );
}

function Sentence({ pot }: { pot: Pot }) {
  const t = usePotlineText();
  const say = useSay();
  const nature = useNature(pot);
  const alarm = worstAlarm(pot);
  const words = [alarm ? say(alarm.detail) : t('pot.calm'), ...nature];
  return (
    <span className="row">
      <AlarmChip pot={pot} />
      <span className="ellipsis">{words.join(' · ')}</span>
    </span>
  );
}

function Content({ pot }: { pot: Pot }) {
  const t = usePotlineText();
  const { range } = useTimeRange();
  return (
    <div className={styles.page}>
      <div className={styles.left}>
        <Panel step={1} title={t('step.state')} meta={t('step.state.meta')} padded>
          <StateGrid pot={pot} columns={Math.max(1, pot.state.length)} />
        </Panel>
        <TrendPanel pot={pot} range={range} live={range.live} />
        <Records pot={pot} range={range} />
      </div>
      <PotSide pot={pot} />
    </div>
  );
}

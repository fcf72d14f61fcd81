import { Input } from 'antd';
import { useState } from 'react';
import type { Plan, PlanVersion } from '@/shared/api/contract';
import { useMay } from '@/shared/session/session';
import { formatTime } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { ErrorState, QueryView } from '@/shared/ui/states';
import { useComparison, useVersioning, useVersions } from './api';
import { CompareOrders } from './compare-orders';
import { CompareTable } from './compare-table';
import styles from './compare.module.css';
import { useSchedulingText } from './locale/texts';
import { PlanPage } from './plan-page';
import { SchedulingTabs } from './scheduling-tabs';

/** As many as stand side by side with the last plan and the draft. */
const MOST = 4;

/** The last plan, the draft and named what-ifs side by side. */
export default function ComparePage() {
  const t = useSchedulingText();
  return (
    <PlanPage tab="compare" title={t('compare')}>
      {plan => <Compare key={plan.assetId} plan={plan} />}
    </PlanPage>
  );
}

function Compare({ plan }: { plan: Plan }) {
  const t = useSchedulingText();
  const may = useMay('ENGINEER');
  const versions = useVersions(plan.assetId);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const comparison = useComparison(plan.assetId, plan.draft.revision, chosen);
  const { keep, lay } = useVersioning(plan.assetId);
  const toggle = (version: number) =>
    setChosen(old => (old.includes(version) ? old.filter(one => one !== version) : [...old, version]));
  const error = keep.error ?? lay.error;
  const keepAs = (name: string) =>
    keep.mutate(name, { onSuccess: made => chosen.length < MOST && toggle(made.version) });
  return (
    <Page
      title={t('compare')}
      sentence={t('compare.sentence')}
      actions={
        <>
          <SchedulingTabs current="compare" />
          {may && <Keep busy={keep.isPending} onKeep={keepAs} />}
        </>
      }
    >
      {error ? <ErrorState error={error} /> : null}
      <div className={styles.page}>
        <Panel title={t('compare.versions')} meta={t('compare.versions.meta', { most: MOST })} padded>
          <QueryView query={versions} rows={4}>
            {all => <Versions all={all} chosen={chosen} onToggle={toggle} />}
          </QueryView>
        </Panel>
        <Panel step={1} title={t('compare.figures')} meta={t('compare.figures.meta')} padded>
          <QueryView query={comparison} rows={8}>
            {data => (
              <CompareTable
                comparison={data}
                onLay={may ? version => lay.mutate(version) : undefined}
                busy={lay.isPending}
              />
            )}
          </QueryView>
        </Panel>
        <CompareOrders plan={plan} comparison={comparison.data} />
      </div>
    </Page>
  );
}

function Keep({ busy, onKeep }: { busy: boolean; onKeep(name: string): void }) {
  const t = useSchedulingText();
  const [name, setName] = useState('');
  const keep = () => {
    onKeep(name.trim());
    setName('');
  };
  return (
    <>
      <Input
        className={styles.name}
        value={name}
        maxLength={60}
        placeholder={t('compare.name')}
        aria-label={t('compare.name')}
        onChange={event => setName(event.target.value)}
        onPressEnter={() => name.trim() && !busy && keep()}
      />
      <Button kind="primary" disabled={busy || !name.trim()} onClick={keep}>
        {t('compare.keep')}
      </Button>
    </>
  );
}

interface VersionsProps {
  all: readonly PlanVersion[];
  chosen: readonly number[];
  onToggle(version: number): void;
}

function Versions({ all, chosen, onToggle }: VersionsProps) {
  const t = useSchedulingText();
  return (
    <ul className={styles.versions}>
      {all.map(one => {
        const isOn = chosen.includes(one.version);
        return (
          <li key={one.version}>
            <label>
              <input
                type="checkbox"
                checked={isOn}
                disabled={!isOn && chosen.length >= MOST}
                onChange={() => onToggle(one.version)}
              />
              <span>
                <b>{t('compare.version', { version: one.version })}</b>{' '}
                {one.note === 'rules' ? t('compare.rules') : one.note}
                {one.state === 'PUBLISHED' && <span className="chip">{t('compare.inForce')}</span>}
                <span className="t3 small">
                  {formatTime(one.madeAt)} {one.madeBy}
                </span>
              </span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}

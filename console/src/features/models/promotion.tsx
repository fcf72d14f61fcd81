import { useState } from 'react';
import type { GateResult, Model, ModelVersion } from '@/shared/api/contract';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { ReasonDialog } from '@/shared/ui/dialogs';
import { Panel } from '@/shared/ui/panel';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { QueryView } from '@/shared/ui/states';
import { useGate, usePromote } from './api';
import { useModelsText } from './locale/texts';
import styles from './models.module.css';

interface Props {
  model: Model;
  version: ModelVersion;
}

/** The checks that a version must pass before it may replace the champion, and the button that does it. */
export function Promotion({ model, version }: Props) {
  const t = useModelsText();
  const may = useMay('ENGINEER');
  const champion = version.alias === 'champion' || version.version === model.champion;
  const gate = useGate(model.id, champion ? undefined : version.version);
  const promote = usePromote(model.id);
  const [asking, setAsking] = useState(false);
  const failed = gate.data?.checks.filter(check => !check.passed).length ?? 0;
  return (
    <Panel
      step={3}
      title={t('gate')}
      meta={
        champion || !gate.data
          ? undefined
          : gate.data.passed
            ? t('gate.passed')
            : t('gate.failed', { count: failed })
      }
      padded
      className="space"
    >
      {champion ? (
        <p className="t2">{t('gate.champion')}</p>
      ) : (
        <>
          <QueryView query={gate} rows={3}>
            {data => <Checks gate={data} />}
          </QueryView>
          <div className={styles.promote}>
            <Button
              kind="primary"
              disabled={!may || !gate.data?.passed}
              onClick={() => setAsking(true)}
              title={!may ? t('noRight') : undefined}
            >
              {t('promote')}
            </Button>
            <span className="small t3">
              {!may ? t('noRight') : gate.data && !gate.data.passed ? t('gate.closed') : t('gate.open')}
            </span>
          </div>
        </>
      )}
      <ReasonDialog
        open={asking}
        title={t('promote.title', { version: version.version })}
        okText={t('promote')}
        suggestions={[t('promote.better'), t('promote.drift'), t('promote.shadow')]}
        onConfirm={reason => promote.mutateAsync({ version: version.version, reason })}
        onClose={() => setAsking(false)}
      >
        {gate.data && <Checks gate={gate.data} />}
      </ReasonDialog>
    </Panel>
  );
}

const KNOWN = [
  'enough rows tested',
  'better than the best naive guess',
  'honest 80 % band',
  'better than the champion',
] as const;

function Checks({ gate }: { gate: GateResult }) {
  const t = useModelsText();
  const nameOf = (name: string) => {
    const known = KNOWN.find(one => one === name);
    return known ? t(`check.${known}`) : name;
  };
  return (
    <ul className={styles.checks}>
      {gate.checks.map(check => (
        <li key={check.name}>
          {check.passed ? (
            <span className="t3" aria-label={t('gate.check.passed')}>
              {'✓'}
            </span>
          ) : (
            <PriorityMark priority={2} size={12} />
          )}
          <span>
            {nameOf(check.name)}
            <span className={styles.detail}>{check.detail}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

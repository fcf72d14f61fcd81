import { useState } from 'react';
import type { Advice } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { useSay } from '@/shared/i18n/i18n';
import { useKeys } from '@/shared/keys/keys';
import { useSharedText } from '@/shared/locale/texts';
import { AppLink } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { ageOf } from '@/shared/time/plant-time';
import { AdviceCard } from '@/shared/ui/advice-card';
import { ReasonDialog } from '@/shared/ui/dialogs';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { SidePanel, Step } from '@/shared/ui/side-panel';
import { ErrorState } from '@/shared/ui/states';
import { Value } from '@/shared/ui/value';
import { useDecide } from './api';
import { useAdviceText } from './locale/texts';
import { Result } from './result';
import styles from './advice.module.css';

interface Props {
  advice: Advice;
  onClose(): void;
}

/** One advice: the values it rests on, its guard rails, what to do, what came of it. */
export function AdvicePanel({ advice, onClose }: Props) {
  const t = useAdviceText();
  const say = useSay();
  const { tree } = useAssets();
  const passed = advice.guards.filter(guard => guard.passed).length;
  return (
    <SidePanel
      title={say(tree.find(advice.assetId)?.name)}
      marks={<span className="chip">{say(advice.title)}</span>}
      onClose={onClose}
    >
      <Step step={1} title={t('step.state')} meta={t('step.state.meta')}>
        <Inputs advice={advice} />
      </Step>
      <Step step={2} title={t('step.why')} meta={t('step.why.meta', { passed, total: advice.guards.length })}>
        <ul className={styles.guards}>
          {advice.guards.map(guard => (
            <li key={say(guard.name)}>
              {guard.passed ? <span className="t3">{'✓'}</span> : <PriorityMark priority={2} size={12} />}
              <span>{say(guard.name)}</span>
              <span className="t3">{guard.detail}</span>
            </li>
          ))}
        </ul>
      </Step>
      <Step
        step={3}
        title={t('step.do')}
        meta={advice.model ? t('model', { label: advice.model.label }) : undefined}
      >
        <Decision advice={advice} />
      </Step>
      <Step step={4} title={t('step.result')}>
        <Result advice={advice} />
      </Step>
    </SidePanel>
  );
}

function Inputs({ advice }: { advice: Advice }) {
  const say = useSay();
  const at = Date.parse(advice.createdAt);
  return (
    <table className={styles.inputs}>
      <tbody>
        {advice.inputs.map(input => (
          <tr key={say(input.label)}>
            <th scope="row">
              {input.tagId ? (
                <AppLink to={`/trends?tags=${input.tagId}&asset=${advice.assetId}`}>
                  {say(input.label)}
                </AppLink>
              ) : (
                say(input.label)
              )}
            </th>
            <td className="right">
              <Value
                value={input.value}
                unit={input.unit}
                ageSeconds={ageOf(input.at, at)}
                quality={input.quality}
                showAge
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Decision({ advice }: { advice: Advice }) {
  const t = useAdviceText();
  const shared = useSharedText();
  const say = useSay();
  const may = useMay('OPERATOR', 'ENGINEER');
  const decide = useDecide();
  const [rejecting, setRejecting] = useState(false);
  const open = may && advice.state === 'PROPOSED';
  const accept = () => decide.mutate({ id: advice.id });
  const reject = () => setRejecting(true);
  useKeys(
    [
      { keys: 'A', label: shared('key.accept'), act: accept },
      { keys: 'R', label: shared('key.reject'), act: reject },
    ],
    open,
  );
  return (
    <>
      <AdviceCard
        advice={advice}
        keys
        onAccept={open ? accept : undefined}
        onReject={open ? reject : undefined}
      />
      {!may && <p className="t3 small">{t('noRight')}</p>}
      {decide.error ? <ErrorState error={decide.error} onRetry={() => decide.reset()} /> : null}
      <ReasonDialog
        open={rejecting}
        title={t('reject.title', { title: say(advice.title) })}
        okText={shared('action.reject')}
        suggestions={[t('reject.1'), t('reject.2'), t('reject.3')]}
        onConfirm={reason => decide.mutateAsync({ id: advice.id, reason })}
        onClose={() => setRejecting(false)}
      />
    </>
  );
}

import { useDeferredValue, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { StreamMode } from '@/shared/api/contract';
import { useSay } from '@/shared/i18n/i18n';
import { useKeys } from '@/shared/keys/keys';
import { AppLink, useCarry } from '@/shared/nav/app-link';
import { Button } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { ErrorState } from '@/shared/ui/states';
import { useCheck, useSaveJob } from './api';
import { toDefinition } from './convert';
import type { Draft } from './definition';
import { EditorForm } from './editor-form';
import { FaultContext } from './fault';
import { useStreamsText } from './locale/texts';
import styles from './streams.module.css';
import { TrialPanel } from './trial-panel';
import { useDraft } from './use-draft';
import { useSettled } from './use-settled';

interface Props {
  /** null for a new job. */
  id: number | null;
  version: number;
  mode: StreamMode;
  first: Draft;
}

/** Writes a job: what it does at the left, what it would have done at the right. */
export function Editor({ id, version, mode, first }: Props) {
  const t = useStreamsText();
  const say = useSay();
  const carry = useCarry();
  const navigate = useNavigate();
  const state = useDraft(first);
  const save = useSaveJob();
  const [wanted, setWanted] = useState<StreamMode>(mode);
  const definition = useDeferredValue(useMemo(() => toDefinition(state.draft), [state.draft]));
  const chosen = state.draft.inputs.every(input => input.tag.trim());
  const check = useCheck(id, useSettled(definition), chosen);
  const fault = chosen ? (check.data?.fault ?? null) : null;
  const named = Boolean(state.draft.name.zh.trim() && state.draft.name.en.trim());
  const ready = named && chosen && !fault && check.isSuccess && !save.isPending;
  const submit = () =>
    save.mutate(
      { id, version, draft: state.draft, mode: wanted },
      { onSuccess: job => void navigate(carry(`/streams?job=${job.id}`)) },
    );
  useKeys([{ keys: 'U', label: t('undo'), act: state.undo }], state.canUndo);
  return (
    <FaultContext value={fault}>
      <Page
        title={id === null ? t('new') : say(state.draft.name) || t('title')}
        sentence={
          <Verdict
            fault={fault?.where}
            chosen={chosen}
            named={named}
            changed={state.changed || id === null}
          />
        }
        actions={
          <>
            <AppLink to="/streams">{t('back')}</AppLink>
            <Button keys="U" disabled={!state.canUndo} onClick={state.undo}>
              {t('undo')}
            </Button>
            <Button disabled={!state.changed} onClick={state.discard}>
              {t('discard')}
            </Button>
            <Button
              kind="primary"
              disabled={!ready || (!state.changed && wanted === mode && id !== null)}
              onClick={submit}
            >
              {t('save')}
            </Button>
          </>
        }
      >
        <div className={styles.stage}>
          <Panel title={t('editor')} padded>
            {save.error ? <ErrorState error={save.error} /> : null}
            {check.error ? <ErrorState error={check.error} onRetry={() => void check.refetch()} /> : null}
            <EditorForm state={state} mode={wanted} onMode={setWanted} />
          </Panel>
          <TrialPanel
            id={id}
            draft={state.draft}
            places={check.data?.places ?? []}
            usable={chosen && !fault}
          />
        </div>
      </Page>
    </FaultContext>
  );
}

interface Judged {
  fault?: string;
  chosen: boolean;
  named: boolean;
  changed: boolean;
}

function Verdict({ fault, chosen, named, changed }: Judged) {
  const t = useStreamsText();
  if (!chosen) return t('verdict.tag');
  if (fault) return <span className="p2">{t('verdict.fault', { where: fault })}</span>;
  if (!named) return t('verdict.name');
  return changed ? t('verdict.unsaved') : t('verdict.saved');
}

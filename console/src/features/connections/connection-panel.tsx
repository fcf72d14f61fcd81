import { useState } from 'react';
import type { Connection } from '@/shared/api/contract';
import { formatNumber } from '@/shared/format/number';
import { useSharedText } from '@/shared/locale/texts';
import { formatAge, formatMoment } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { SidePanel, Step } from '@/shared/ui/side-panel';
import { ErrorState } from '@/shared/ui/states';
import { type ConnectionDraft, useDeleteConnection, useRun } from './api';
import { ConnectionCheck } from './connection-check';
import { draftOf } from './draft';
import { priorityOf, stateOf } from './health';
import { useConnectionsText } from './locale/texts';
import styles from './connections.module.css';

interface Props {
  connection: Connection;
  onEdit?: (draft: ConnectionDraft) => void;
  onClose(): void;
}

/** One connection: how it is, why, what to do. */
export function ConnectionPanel({ connection, onEdit, onClose }: Props) {
  const t = useConnectionsText();
  const priority = priorityOf(connection);
  return (
    <SidePanel
      title={connection.name}
      marks={priority && <PriorityMark priority={priority} />}
      onClose={onClose}
    >
      <Step step={1} title={t('step.state')} meta={t(`state.${stateOf(connection)}`)}>
        <Facts connection={connection} />
      </Step>
      <Step step={2} title={t('step.why')}>
        <p>
          {connection.actual === 'RUNNING'
            ? t('detail.running', { tags: connection.tags, fresh: connection.tags - connection.staleTags })
            : connection.detail}
        </p>
        {connection.lastError ? (
          <p className="t2 small">
            {t('lastError', { error: connection.lastError, time: formatMoment(connection.lastErrorAt) })}
          </p>
        ) : (
          <p className="t3 small">{t('lastError.none')}</p>
        )}
      </Step>
      <Step step={3} title={t('step.do')}>
        {onEdit ? (
          <Actions connection={connection} onEdit={onEdit} onClose={onClose} />
        ) : (
          <p className="t3 small">{t('noRight')}</p>
        )}
      </Step>
    </SidePanel>
  );
}

function Facts({ connection }: { connection: Connection }) {
  const t = useConnectionsText();
  const facts: [string, string][] = [
    [t('field.kind'), t(`kind.${connection.kind}`)],
    [t('column.endpoint'), connection.endpoint],
    [
      t('field.security'),
      connection.securityPolicy === 'None' ? t('security.None') : connection.securityPolicy,
    ],
    [t('field.username'), connection.username || t('anonymous')],
    [t('column.newestAgeSeconds'), formatAge(connection.newestAgeSeconds)],
    [t('column.ageP99Seconds'), formatAge(connection.ageP99Seconds)],
    [t('column.rate'), t('perSecond', { rate: formatNumber(connection.rate, 0) })],
    [
      t('column.tags'),
      t('tagsStale', {
        tags: formatNumber(connection.tags, 0),
        stale: formatNumber(connection.staleTags, 0),
      }),
    ],
    [t('field.received'), formatNumber(connection.received, 0)],
    [t('column.lost'), formatNumber(connection.lost, 0)],
    ...(connection.kind === 'OPC_UA'
      ? []
      : [[t('field.rejected'), formatNumber(connection.rejected, 0)] as [string, string]]),
    [t('column.buffered'), formatNumber(connection.buffered, 0)],
    [t('column.reconnects'), formatNumber(connection.reconnects, 0)],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt className="t3 small">{term}</dt>
          <dd className="ellipsis" title={value}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ActionsProps {
  connection: Connection;
  onEdit(draft: ConnectionDraft): void;
  onClose(): void;
}

function Actions({ connection, onEdit, onClose }: ActionsProps) {
  const t = useConnectionsText();
  const shared = useSharedText();
  const run = useRun(connection.id);
  const remove = useDeleteConnection();
  const [asked, setAsked] = useState(false);
  const wanted = connection.desired === 'RUNNING';
  return (
    <>
      <div className={styles.buttons}>
        <Button disabled={run.isPending} onClick={() => run.mutate(wanted ? 'stop' : 'start')}>
          {t(wanted ? 'stop' : 'start')}
        </Button>
        <Button onClick={() => onEdit(draftOf(connection))}>{shared('action.edit')}</Button>
        <Button onClick={() => setAsked(true)}>{shared('action.delete')}</Button>
      </div>
      {run.error ? <ErrorState error={run.error} /> : null}
      <ConnectionCheck id={connection.id} />
      <ConfirmDialog
        open={asked}
        danger
        title={t('delete.title', { name: connection.name })}
        okText={shared('action.delete')}
        onConfirm={() => remove.mutateAsync(connection.id).then(onClose)}
        onClose={() => setAsked(false)}
      >
        {t('delete.detail')}
      </ConfirmDialog>
    </>
  );
}

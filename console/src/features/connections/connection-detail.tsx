import { useState } from 'react';
import type { Connection } from '@/shared/api/contract';
import { Panel } from '@/shared/ui/panel';
import { Segmented } from '@/shared/ui/segmented';
import { ConnectionBrowse } from './connection-browse';
import { ConnectionRejected } from './connection-rejected';
import { ConnectionTags } from './connection-tags';
import { useConnectionsText } from './locale/texts';
import styles from './connections.module.css';

type View = 'tags' | 'browse' | 'heard' | 'rejected';

interface Props {
  connection: Connection;
  /** Browsing asks the plant's server: for engineers. */
  may: boolean;
}

/** What a connection feeds, and what its server offers or its broker tells beyond that. */
export function ConnectionDetail({ connection, may }: Props) {
  const t = useConnectionsText();
  const [view, setView] = useState<View>('tags');
  const views: View[] = connection.kind === 'OPC_UA' ? ['tags', 'browse'] : ['tags', 'heard', 'rejected'];
  return (
    <Panel
      title={connection.name}
      meta={view === 'rejected' ? t('rejected.meta', { total: connection.rejected }) : t(`${view}.meta`)}
      className={styles.detail}
      actions={
        may && (
          <Segmented<View>
            label={t('view')}
            value={view}
            onChange={setView}
            options={views.map(value => ({ value, label: t(`view.${value}`) }))}
          />
        )
      }
    >
      {view === 'tags' ? (
        <ConnectionTags id={connection.id} />
      ) : view === 'rejected' ? (
        <ConnectionRejected id={connection.id} />
      ) : (
        <ConnectionBrowse id={connection.id} heard={view === 'heard'} />
      )}
    </Panel>
  );
}

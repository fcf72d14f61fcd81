import { useState } from 'react';
import type { Connection } from '@/shared/api/contract';
import { Panel } from '@/shared/ui/panel';
import { Segmented } from '@/shared/ui/segmented';
import { ConnectionBrowse } from './connection-browse';
import { ConnectionTags } from './connection-tags';
import { useConnectionsText } from './locale/texts';
import styles from './connections.module.css';

type View = 'tags' | 'browse';

interface Props {
  connection: Connection;
  /** Browsing asks the plant's server: for engineers. */
  may: boolean;
}

/** What a connection feeds, and what its server offers beyond that. */
export function ConnectionDetail({ connection, may }: Props) {
  const t = useConnectionsText();
  const [view, setView] = useState<View>('tags');
  return (
    <Panel
      title={connection.name}
      meta={t(view === 'tags' ? 'tags.meta' : 'browse.meta')}
      className={styles.detail}
      actions={
        may && (
          <Segmented<View>
            label={t('view')}
            value={view}
            onChange={setView}
            options={[
              { value: 'tags', label: t('view.tags') },
              { value: 'browse', label: t('view.browse') },
            ]}
          />
        )
      }
    >
      {view === 'tags' ? <ConnectionTags id={connection.id} /> : <ConnectionBrowse id={connection.id} />}
    </Panel>
  );
}

import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Connection } from '@/shared/api/contract';
import { formatAge } from '@/shared/time/plant-time';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { SplitPage } from '@/shared/ui/side-panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { type ConnectionDraft, useConnections } from './api';
import { ConnectionDetail } from './connection-detail';
import { useConnectionColumns } from './connection-columns';
import { ConnectionForm } from './connection-form';
import { ConnectionPanel } from './connection-panel';
import { emptyConnection } from './draft';
import { priorityOf } from './health';
import { useConnectionsText } from './locale/texts';
import styles from './connections.module.css';

/** Connections to plants: how old their data are, and what is wrong with them. */
export default function ConnectionsPage() {
  const t = useConnectionsText();
  const may = useMay('ENGINEER');
  const query = useConnections();
  const [edited, setEdited] = useState<ConnectionDraft | null>(null);
  return (
    <Page
      title={t('title')}
      sentence={<Sentence connections={query.data ?? []} />}
      actions={
        may && (
          <Button kind="primary" onClick={() => setEdited(emptyConnection('OPC_UA'))}>
            {t('new')}
          </Button>
        )
      }
    >
      <QueryView query={query} rows={8}>
        {connections => <Connections connections={connections} onEdit={may ? setEdited : undefined} />}
      </QueryView>
      {edited && <ConnectionForm draft={edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}

function Sentence({ connections }: { connections: readonly Connection[] }) {
  const t = useConnectionsText();
  if (connections.length === 0) return t('sentence.none');
  const ages = connections.flatMap(one => (one.newestAgeSeconds == null ? [] : [one.newestAgeSeconds]));
  return t('sentence', {
    count: connections.length,
    broken: connections.filter(one => priorityOf(one) === 2).length,
    stale: connections.reduce((sum, one) => sum + (one.desired === 'RUNNING' ? one.staleTags : 0), 0),
    age: formatAge(ages.length ? Math.min(...ages) : null),
  });
}

interface Props {
  connections: readonly Connection[];
  onEdit?: (draft: ConnectionDraft) => void;
}

function Connections({ connections, onEdit }: Props) {
  const t = useConnectionsText();
  const columns = useConnectionColumns();
  const [address, setAddress] = useSearchParams();
  const asked = Number(address.get('connection')) || null;
  const chosen = connections.find(one => one.id === asked);
  const shown = chosen ?? connections[0];
  const choose = (id: number | null) =>
    setAddress(
      old => {
        const next = new URLSearchParams(old);
        if (id === null) next.delete('connection');
        else next.set('connection', String(id));
        return next;
      },
      { replace: true },
    );
  return (
    <SplitPage
      side={
        chosen && (
          <ConnectionPanel key={chosen.id} connection={chosen} onEdit={onEdit} onClose={() => choose(null)} />
        )
      }
    >
      <Panel step={1} title={t('list')} meta={t('list.meta')} className={styles.list}>
        <DataTable
          label={t('list')}
          columns={columns}
          rows={connections}
          rowKey={row => row.id}
          selected={asked}
          onSelect={row => choose(row.id)}
          keys
          sort={{ key: 'mark', down: false }}
          exportAs="connections"
          empty={<EmptyState title={t('none')}>{t('none.detail')}</EmptyState>}
        />
      </Panel>
      {shown && <ConnectionDetail key={shown.id} connection={shown} may={onEdit !== undefined} />}
    </SplitPage>
  );
}

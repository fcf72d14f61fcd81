import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Import } from '@/shared/api/contract';
import { useCarry } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { useDelete, useImports } from './api';
import { DropZone } from './drop-zone';
import { useImportColumns } from './import-columns';
import { useImportsText } from './locale/texts';
import { useUploads } from './use-uploads';
import styles from './imports.module.css';

/** Files of measurements: drop them here, see what came of each. */
export default function ImportsPage() {
  const t = useImportsText();
  const may = useMay('ENGINEER');
  const navigate = useNavigate();
  const carry = useCarry();
  const query = useImports();
  const open = (one: Import) => void navigate(carry(`/imports/${one.id}`));
  const { uploads, send, dismiss } = useUploads(arrived => {
    const [only] = arrived;
    if (only && arrived.length === 1) open(only);
  });
  return (
    <Page title={t('title')} sentence={<Sentence imports={query.data ?? []} />}>
      {may ? (
        <DropZone uploads={uploads} onFiles={files => void send(files)} onDismiss={dismiss} />
      ) : (
        <p className="t3 small">{t('noRight')}</p>
      )}
      <Panel title={t('list')} meta={t('list.meta')} className={styles.grow}>
        <QueryView query={query} rows={8}>
          {imports => <History imports={imports} onOpen={open} may={may} />}
        </QueryView>
      </Panel>
    </Page>
  );
}

function Sentence({ imports }: { imports: readonly Import[] }) {
  const t = useImportsText();
  const count = (state: Import['state']) => imports.filter(one => one.state === state).length;
  if (imports.length === 0) return t('sentence.none');
  return t('sentence', {
    count: imports.length,
    running: count('RUNNING'),
    waiting: count('PREVIEW'),
    failed: count('FAILED'),
  });
}

interface HistoryProps {
  imports: readonly Import[];
  may: boolean;
  onOpen(one: Import): void;
}

function History({ imports, may, onOpen }: HistoryProps) {
  const t = useImportsText();
  const columns = useImportColumns();
  const remove = useDelete();
  const [selected, setSelected] = useState<number | null>(null);
  const [asked, setAsked] = useState(false);
  const chosen = imports.find(one => one.id === selected);
  return (
    <>
      <DataTable
        label={t('list')}
        columns={columns}
        rows={imports}
        rowKey={row => row.id}
        selected={selected}
        onSelect={row => setSelected(row.id)}
        onOpen={onOpen}
        keys
        exportAs="imports"
        empty={<EmptyState title={t('none')}>{t('none.detail')}</EmptyState>}
        footer={
          chosen && (
            <>
              <Button kind="text" keys="Enter" onClick={() => onOpen(chosen)}>
                {t('open')}
              </Button>
              {may && chosen.state !== 'RUNNING' && (
                <Button kind="text" onClick={() => setAsked(true)}>
                  {t('remove')}
                </Button>
              )}
            </>
          )
        }
      />
      {chosen && (
        <ConfirmDialog
          open={asked}
          danger
          title={t('remove.title', { name: chosen.fileName })}
          okText={t('remove')}
          onConfirm={() => remove.mutateAsync(chosen.id)}
          onClose={() => setAsked(false)}
        >
          {t('remove.detail')}
        </ConfirmDialog>
      )}
    </>
  );
}

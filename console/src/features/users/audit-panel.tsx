import { useMemo } from 'react';
import type { AuditEntry } from '@/shared/api/contract';
import { formatMoment } from '@/shared/time/plant-time';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { EmptyState, ErrorState, QueryView } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { usePaging } from '@/shared/ui/use-paging';
import { AUDIT_PAGE, auditRows, useAudit, useVerify } from './api';
import { useUsersText } from './locale/texts';

/** Who did what, newest first, and the proof that nobody changed it. */
export function AuditPanel() {
  const t = useUsersText();
  const paging = usePaging(AUDIT_PAGE, { key: 'seq', down: true });
  const query = useAudit(paging);
  const verify = useVerify();
  const columns = useMemo<Column<AuditEntry>[]>(
    () => [
      {
        key: 'seq',
        title: t('column.seq'),
        width: 84,
        align: 'right',
        render: row => row.seq,
        value: row => row.seq,
      },
      {
        key: 'at',
        title: t('column.at'),
        width: 168,
        render: row => formatMoment(row.at),
        value: row => row.at,
        sortable: false,
      },
      {
        key: 'actor',
        title: t('column.actor'),
        width: 140,
        render: row => row.actor,
        value: row => row.actor,
      },
      {
        key: 'action',
        title: t('column.action'),
        width: 200,
        render: row => row.action,
        value: row => row.action,
      },
      {
        key: 'object',
        title: t('column.object'),
        width: 220,
        render: row => row.object,
        value: row => row.object,
      },
      {
        key: 'detail',
        title: t('column.detail'),
        sortable: false,
        render: row => <span title={row.hash}>{row.detail}</span>,
        value: row => row.detail,
      },
    ],
    [t],
  );
  const verdict = verify.data;
  return (
    <Panel
      title={t('audit')}
      meta={t('audit.meta')}
      className="grow"
      actions={
        <>
          {verdict &&
            (verdict.ok ? (
              <span className="t2 small">{t('audit.ok', { count: verdict.entries })}</span>
            ) : (
              <span className="small">
                <PriorityMark priority={1} size={12} /> {t('audit.broken', { seq: verdict.firstBroken ?? 0 })}
              </span>
            ))}
          <Button disabled={verify.isPending} onClick={() => verify.mutate()}>
            {t('audit.verify')}
          </Button>
        </>
      }
    >
      {verify.error ? <ErrorState error={verify.error} /> : null}
      <QueryView query={query} rows={12}>
        {data => (
          <DataTable
            label={t('audit')}
            columns={columns}
            rows={data.items}
            rowKey={row => row.seq}
            exportAs="audit"
            server={{ ...paging, total: data.total, ...auditRows(paging) }}
            empty={<EmptyState title={t('audit.none')} />}
          />
        )}
      </QueryView>
    </Panel>
  );
}

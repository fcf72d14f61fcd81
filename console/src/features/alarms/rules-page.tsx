import { useMemo, useState } from 'react';
import type { AlarmRule } from '@/shared/api/contract';
import { useAssets } from '@/shared/assets/assets';
import { useTagsById } from '@/shared/assets/tags';
import { formatNumber } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { AppLink } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { EmptyState, QueryView } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { useRetireRule, useRules } from './api';
import { useAlarmsText } from './locale/texts';
import { emptyRule, RuleForm } from './rule-form';

/** What is watched: limits, rates and silence, with what they mean. */
export default function RulesPage() {
  const t = useAlarmsText();
  const query = useRules();
  const may = useMay('ENGINEER');
  const [edited, setEdited] = useState<AlarmRule | null>(null);
  const rules = query.data ?? [];
  return (
    <Page
      title={t('rules.title')}
      sentence={t('rules.sentence', {
        enabled: rules.filter(rule => rule.enabled).length,
        total: rules.length,
      })}
      actions={
        <>
          <AppLink to="/alarms">{t('back')}</AppLink>
          {may && (
            <Button kind="primary" onClick={() => setEdited(emptyRule)}>
              {t('rules.new')}
            </Button>
          )}
        </>
      }
    >
      <Panel title={t('rules.title')} className="grow">
        <QueryView query={query} rows={8}>
          {() => <RuleTable rules={rules} onEdit={may ? setEdited : undefined} />}
        </QueryView>
      </Panel>
      {edited && <RuleForm rule={edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}

function useScopeOf(rules: readonly AlarmRule[]) {
  const say = useSay();
  const { tree } = useAssets();
  const tags = useTagsById(rules.flatMap(rule => (rule.tagId ? [rule.tagId] : []))).data;
  return (rule: AlarmRule) =>
    rule.tagId
      ? (tags?.get(rule.tagId)?.name ?? String(rule.tagId))
      : `${say(tree.find(rule.assetId)?.name)} / ${rule.quantity ?? ''}`;
}

interface TableProps {
  rules: readonly AlarmRule[];
  onEdit?: (rule: AlarmRule) => void;
}

/** The rule of a stream job follows that job and is changed there. */
const isOwn = (rule: AlarmRule) => rule.kind !== 'STREAM';

function RuleTable({ rules, onEdit }: TableProps) {
  const t = useAlarmsText();
  const columns = useRuleColumns(rules);
  const [selected, setSelected] = useState<number | null>(null);
  const [leaving, setLeaving] = useState<AlarmRule | null>(null);
  const retire = useRetireRule();
  const say = useSay();
  const chosen = rules.find(rule => rule.id === selected);
  return (
    <>
      <DataTable
        label={t('rules.title')}
        columns={columns}
        rows={rules}
        rowKey={row => row.id}
        selected={selected}
        onSelect={row => setSelected(row.id)}
        onOpen={row => isOwn(row) && onEdit?.(row)}
        keys
        exportAs="alarm-rules"
        empty={<EmptyState title={t('rules.none')}>{t('rules.none.detail')}</EmptyState>}
        footer={
          onEdit && chosen && isOwn(chosen) ? (
            <>
              <Button kind="text" onClick={() => onEdit(chosen)}>
                {t('rules.edit')}
              </Button>
              <Button kind="text" onClick={() => setLeaving(chosen)}>
                {t('rules.delete')}
              </Button>
            </>
          ) : undefined
        }
      />
      <ConfirmDialog
        open={leaving !== null}
        title={t('rules.delete')}
        okText={t('rules.delete')}
        danger
        onConfirm={() => retire.mutateAsync(leaving?.id ?? 0)}
        onClose={() => setLeaving(null)}
      >
        {t('rules.delete.detail', { title: say(leaving?.title) })}
      </ConfirmDialog>
    </>
  );
}

function useRuleColumns(rules: readonly AlarmRule[]): Column<AlarmRule>[] {
  const t = useAlarmsText();
  const say = useSay();
  const scopeOf = useScopeOf(rules);
  return useMemo(
    () => [
      {
        key: 'mark',
        title: '',
        width: 36,
        render: row => <PriorityMark priority={row.priority} />,
        value: row => row.priority,
      },
      { key: 'what', title: t('column.what'), render: row => say(row.title), value: row => say(row.title) },
      { key: 'scope', title: t('rules.column.scope'), width: '26%', render: scopeOf, value: scopeOf },
      {
        key: 'kind',
        title: t('rules.column.kind'),
        width: 168,
        render: row => t(`kind.${row.kind}`),
        value: row => t(`kind.${row.kind}`),
      },
      ...(['limit', 'deadband', 'delaySeconds'] as const).map((key): Column<AlarmRule> => ({
        key,
        title: t(`rules.column.${key === 'delaySeconds' ? 'delay' : key}`),
        width: 92,
        align: 'right',
        render: row => formatNumber(row[key]),
        value: row => row[key],
      })),
      {
        key: 'enabled',
        title: t('rules.column.enabled'),
        width: 72,
        render: row => (
          <span className={row.enabled ? undefined : 't3'}>
            {t(row.enabled ? 'rules.enabled' : 'rules.disabled')}
          </span>
        ),
        value: row => Number(row.enabled),
      },
    ],
    [t, say, scopeOf],
  );
}

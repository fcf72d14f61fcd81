import { useMemo, useState } from 'react';
import type { Template, TemplateTag } from '@/shared/api/contract';
import { formatRange } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { useTemplates } from './api';
import { useAssetsText } from './locale/texts';
import styles from './assets.module.css';

/** Kinds of equipment with the tags that one of them gets when it is made. */
export function TemplatesPanel() {
  const t = useAssetsText();
  const query = useTemplates();
  return (
    <QueryView query={query} rows={8}>
      {templates =>
        templates.length === 0 ? (
          <EmptyState title={t('templates.none')}>{t('templates.none.detail')}</EmptyState>
        ) : (
          <Templates templates={templates} />
        )
      }
    </QueryView>
  );
}

function Templates({ templates }: { templates: readonly Template[] }) {
  const t = useAssetsText();
  const say = useSay();
  const [code, setCode] = useState(templates[0]?.code);
  const chosen = templates.find(one => one.code === code);
  const columns = useMemo<Column<Template>[]>(
    () => [
      {
        key: 'name',
        title: t('field.template'),
        render: row => <b>{say(row.name)}</b>,
        value: row => say(row.name),
      },
      { key: 'code', title: t('field.code'), width: 110, render: row => row.code, value: row => row.code },
      {
        key: 'tags',
        title: t('tags'),
        width: 64,
        align: 'right',
        render: row => row.tags.length,
        value: row => row.tags.length,
      },
    ],
    [t, say],
  );
  return (
    <div className={styles.templates}>
      <Panel title={t('templates')}>
        <DataTable
          label={t('templates')}
          columns={columns}
          rows={templates}
          rowKey={row => row.code}
          selected={code}
          onSelect={row => setCode(row.code)}
          keys
        />
      </Panel>
      <Panel title={say(chosen?.name)} meta={t('templates.meta')}>
        <TemplateTags tags={chosen?.tags ?? []} />
      </Panel>
    </div>
  );
}

function TemplateTags({ tags }: { tags: readonly TemplateTag[] }) {
  const t = useAssetsText();
  const say = useSay();
  const columns = useMemo<Column<TemplateTag>[]>(
    () => [
      {
        key: 'label',
        title: t('column.label'),
        render: row => <b>{say(row.traits.label)}</b>,
        value: row => say(row.traits.label),
      },
      {
        key: 'suffix',
        title: t('field.suffix'),
        width: 140,
        render: row => row.suffix,
        value: row => row.suffix,
      },
      {
        key: 'quantity',
        title: t('field.quantity'),
        width: 200,
        render: row => <span className="t2">{row.traits.quantity}</span>,
        value: row => row.traits.quantity,
      },
      {
        key: 'unit',
        title: t('field.unit'),
        width: 90,
        render: row => row.traits.unit,
        value: row => row.traits.unit,
      },
      {
        key: 'limits',
        title: t('column.limits'),
        width: 120,
        align: 'right',
        render: row => formatRange(row.traits.limitLow, row.traits.limitHigh),
      },
    ],
    [t, say],
  );
  return (
    <DataTable
      label={t('tags')}
      columns={columns}
      rows={tags}
      rowKey={row => row.suffix}
      exportAs="template"
    />
  );
}

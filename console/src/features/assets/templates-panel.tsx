import { useMemo, useState } from 'react';
import type { Template } from '@/shared/api/contract';
import { useSay } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { useTemplates } from './api';
import { useAssetsText } from './locale/texts';
import { emptyTemplate, TemplateForm } from './template-form';
import { TemplateTags } from './template-tags';
import styles from './assets.module.css';

/** Kinds of equipment with the tags that one of them gets when it is made; engineers change them. */
export function TemplatesPanel({ may }: { may: boolean }) {
  const query = useTemplates();
  return (
    <QueryView query={query} rows={8}>
      {templates => <Templates templates={templates} may={may} />}
    </QueryView>
  );
}

function Templates({ templates, may }: { templates: readonly Template[]; may: boolean }) {
  const t = useAssetsText();
  const say = useSay();
  const [code, setCode] = useState<string>();
  const [edited, setEdited] = useState<Template | null>(null);
  const chosen = templates.find(one => one.code === code) ?? templates[0];
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
      <Panel
        title={t('templates')}
        actions={may && <Button onClick={() => setEdited(emptyTemplate)}>{t('templates.new')}</Button>}
      >
        <DataTable
          label={t('templates')}
          columns={columns}
          rows={templates}
          rowKey={row => row.code}
          selected={chosen?.code}
          onSelect={row => setCode(row.code)}
          keys
          empty={<EmptyState title={t('templates.none')}>{t('templates.none.detail')}</EmptyState>}
        />
      </Panel>
      {chosen && <TemplateTags template={chosen} may={may} onEdit={() => setEdited(chosen)} />}
      {edited && <TemplateForm template={edited} onClose={() => setEdited(null)} onSaved={setCode} />}
    </div>
  );
}

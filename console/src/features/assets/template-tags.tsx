import { useMemo, useState } from 'react';
import type { Template, TemplateTag } from '@/shared/api/contract';
import { formatRange } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { useSharedText } from '@/shared/locale/texts';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { Panel } from '@/shared/ui/panel';
import { ErrorState } from '@/shared/ui/states';
import type { Column } from '@/shared/ui/table-rows';
import { useDeleteTemplate, useSaveTemplate } from './api';
import { useAssetsText } from './locale/texts';
import { TemplateTagForm } from './template-tag-form';

function useTagColumns(): Column<TemplateTag>[] {
  const t = useAssetsText();
  const say = useSay();
  return useMemo<Column<TemplateTag>[]>(
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
        value: row => formatRange(row.traits.limitLow, row.traits.limitHigh),
      },
    ],
    [t, say],
  );
}

interface TagsProps {
  template: Template;
  may: boolean;
  onEdit(): void;
}

/** The tags of a template and what can be done with it. */
export function TemplateTags({ template, may, onEdit }: TagsProps) {
  const t = useAssetsText();
  const shared = useSharedText();
  const say = useSay();
  const columns = useTagColumns();
  const save = useSaveTemplate();
  const remove = useDeleteTemplate();
  const [asked, setAsked] = useState(false);
  const [suffix, setSuffix] = useState<string | null>(null);
  const [form, setForm] = useState<'new' | 'change' | null>(null);
  const tag = template.tags.find(one => one.suffix === suffix);
  const without = () =>
    save.mutate({
      template: { ...template, tags: template.tags.filter(one => one !== tag) },
      isNew: false,
    });
  return (
    <Panel
      title={say(template.name)}
      meta={t('templates.meta')}
      actions={
        may && (
          <>
            <Button disabled={!tag} onClick={() => setForm('change')}>
              {t('tag.edit')}
            </Button>
            <Button disabled={!tag || save.isPending} onClick={without}>
              {t('templates.tag.delete')}
            </Button>
            <Button onClick={() => setForm('new')}>{t('tags.new')}</Button>
            <Button onClick={onEdit}>{t('templates.edit')}</Button>
            <Button onClick={() => setAsked(true)}>{t('templates.delete')}</Button>
          </>
        )
      }
    >
      {save.error ? <ErrorState error={save.error} /> : null}
      <DataTable
        label={t('tags')}
        columns={columns}
        rows={template.tags}
        rowKey={row => row.suffix}
        selected={suffix}
        onSelect={row => setSuffix(row.suffix)}
        exportAs="template"
      />
      {form && (
        <TemplateTagForm
          template={template}
          tag={form === 'change' ? tag : undefined}
          onClose={() => setForm(null)}
        />
      )}
      {asked && (
        <ConfirmDialog
          open
          danger
          title={t('templates.delete.title', { code: template.code })}
          okText={shared('action.delete')}
          onConfirm={() => remove.mutateAsync(template.code)}
          onClose={() => setAsked(false)}
        >
          {t('templates.delete.detail')}
        </ConfirmDialog>
      )}
    </Panel>
  );
}

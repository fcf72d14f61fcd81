import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ModelSummary } from '@/shared/api/contract';
import { useScope } from '@/shared/assets/assets';
import { useCarry } from '@/shared/nav/app-link';
import { DataTable } from '@/shared/ui/data-table';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { Segmented } from '@/shared/ui/segmented';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { useModels } from './api';
import { Define } from './define';
import { useModelsText } from './locale/texts';
import { useModelColumns } from './model-columns';

const count = (models: readonly ModelSummary[], status: ModelSummary['status']) =>
  models.filter(one => one.status === status).length;

/** Models at the chosen asset or below it, and those that stand nowhere. */
function useScoped(models: readonly ModelSummary[]) {
  const { assetId, tree } = useScope();
  if (assetId === null) return models;
  const near = (id: number) =>
    tree.pathOf(id).some(asset => asset.id === assetId) ||
    tree.pathOf(assetId).some(asset => asset.id === id);
  return models.filter(one => typeof one.assetId !== 'number' || near(one.assetId));
}

/** Every model: whether it may be trusted, how much better than a simple guess, who is in use. */
export default function ModelsPage() {
  const t = useModelsText();
  const carry = useCarry();
  const navigate = useNavigate();
  const [retired, setRetired] = useState(false);
  const query = useModels(retired);
  const columns = useModelColumns();
  const models = useScoped(query.data ?? []);
  const [selected, setSelected] = useState<number | null>(null);
  const inUse = models.filter(one => typeof one.champion === 'number').length;
  const drifting = count(models, 'drift');
  return (
    <Page
      title={t('title')}
      sentence={
        query.data &&
        !retired &&
        (drifting > 0
          ? t('sentence.drift', { count: models.length, inUse, drifting })
          : t('sentence', { count: models.length, inUse }))
      }
      actions={
        <>
          <Segmented<'used' | 'retired'>
            label={t('which')}
            value={retired ? 'retired' : 'used'}
            onChange={value => setRetired(value === 'retired')}
            options={[
              { value: 'used', label: t('which.used') },
              { value: 'retired', label: t('which.retired') },
            ]}
          />
          <Define />
        </>
      }
    >
      <Panel title={t('list')} meta={t('list.meta')} className="space">
        <QueryView query={query} rows={6}>
          {() => (
            <DataTable
              label={t('list')}
              columns={columns}
              rows={models}
              rowKey={row => row.id}
              selected={selected ?? models[0]?.id ?? null}
              onSelect={row => setSelected(row.id)}
              onOpen={row => void navigate(carry(`/models/${row.id}`))}
              keys
              exportAs="models"
              empty={
                <EmptyState title={t(retired ? 'none.retired' : 'none')}>
                  {!retired && t('none.detail')}
                </EmptyState>
              }
            />
          )}
        </QueryView>
      </Panel>
    </Page>
  );
}

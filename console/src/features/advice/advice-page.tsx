import { useSearchParams } from 'react-router';
import { useScope } from '@/shared/assets/assets';
import { useTimeRange } from '@/shared/time/time-range';
import { DataTable } from '@/shared/ui/data-table';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { Segmented } from '@/shared/ui/segmented';
import { SplitPage } from '@/shared/ui/side-panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { usePageOf } from '@/shared/ui/use-page-of';
import { useAdviceColumns } from './advice-columns';
import { AdvicePanel } from './advice-panel';
import { adviceRows, type AdviceState, PAGE_SIZE, STATES, useAdvice, useAdviceList } from './api';
import { useAdviceText } from './locale/texts';

const isState = (text: string | null): text is AdviceState => STATES.some(state => state === text);

/** What the scenarios advise, and what people made of it. The address keeps state and selection. */
export default function AdvicePage() {
  const t = useAdviceText();
  const { assetId } = useScope();
  const [address, setAddress] = useSearchParams();
  const asked = address.get('state');
  const state: AdviceState = isState(asked) ? asked : 'PROPOSED';
  const id = Number(address.get('id')) || null;
  const { range } = useTimeRange();
  const { page, setPage } = usePageOf([state, assetId].join());
  const query = useAdviceList({ state, assetId, range, page });
  const one = useAdvice(id).data;
  const columns = useAdviceColumns(state);
  const put = (key: string, value: string | null) =>
    setAddress(
      old => {
        const next = new URLSearchParams(old);
        if (value === null) next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const count = state === 'PROPOSED' ? query.data?.total : undefined;
  return (
    <Page
      title={t('title')}
      sentence={count === undefined ? undefined : count ? t('sentence', { count }) : t('sentence.none')}
    >
      <SplitPage side={id !== null && one && <AdvicePanel advice={one} onClose={() => put('id', null)} />}>
        <Panel
          step={3}
          title={t('list')}
          meta={t(state === 'PROPOSED' ? 'list.meta' : 'list.meta.time')}
          className="grow"
          actions={
            <Segmented<AdviceState>
              label={t('state')}
              value={state}
              onChange={value => put('state', value === 'PROPOSED' ? null : value)}
              options={STATES.map(value => ({ value, label: t(`state.${value}`) }))}
            />
          }
        >
          <QueryView query={query} rows={12}>
            {data => (
              <DataTable
                label={t('list')}
                columns={columns}
                rows={data.items}
                rowKey={row => row.id}
                selected={id}
                onSelect={row => put('id', String(row.id))}
                onOpen={row => put('id', String(row.id))}
                keys
                exportAs="advice"
                server={{
                  total: data.total,
                  page,
                  size: PAGE_SIZE,
                  onPage: setPage,
                  ...adviceRows({ state, assetId, range }),
                }}
                empty={<EmptyState title={t('none')}>{t('none.detail')}</EmptyState>}
              />
            )}
          </QueryView>
        </Panel>
      </SplitPage>
    </Page>
  );
}

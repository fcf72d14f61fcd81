import { useNavigate, useSearchParams } from 'react-router';
import type { StreamJob } from '@/shared/api/contract';
import { useScope } from '@/shared/assets/assets';
import { useKeys } from '@/shared/keys/keys';
import { useCarry } from '@/shared/nav/app-link';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { DataTable } from '@/shared/ui/data-table';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { SplitPage } from '@/shared/ui/side-panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { useStreamJobs } from './api';
import { useStreamsText } from './locale/texts';
import { useStreamColumns } from './stream-columns';
import { StreamPanel } from './stream-panel';

/** Jobs at the chosen asset, below it, or above it: those may concern it too. */
function useScoped(jobs: readonly StreamJob[]) {
  const { assetId, tree } = useScope();
  if (assetId === null) return jobs;
  const within = (id: number, top: number) => tree.pathOf(id).some(asset => asset.id === top);
  return jobs.filter(job => within(job.assetId, assetId) || within(assetId, job.assetId));
}

/** Calculated tags, rules, windows and events: what runs, how it does, when it last fired. */
export default function StreamsPage() {
  const t = useStreamsText();
  const carry = useCarry();
  const navigate = useNavigate();
  const may = useMay('ENGINEER');
  const query = useStreamJobs();
  const columns = useStreamColumns();
  const jobs = useScoped(query.data ?? []);
  const [address, setAddress] = useSearchParams();
  const selected = Number(address.get('job')) || null;
  const job = jobs.find(one => one.id === selected);
  const choose = (id: number | null) =>
    setAddress(
      old => {
        const next = new URLSearchParams(old);
        if (id === null) next.delete('job');
        else next.set('job', String(id));
        return next;
      },
      { replace: true },
    );
  const open = (id: number | 'new') => void navigate(carry(`/streams/${id}`));
  useKeys([{ keys: 'N', label: t('new'), act: () => open('new') }], may);
  const add = may && (
    <Button kind="primary" keys="N" onClick={() => open('new')}>
      {t('new')}
    </Button>
  );
  return (
    <Page title={t('title')} sentence={query.data && <Sentence jobs={jobs} />} actions={add}>
      <SplitPage side={job && <StreamPanel job={job} onClose={() => choose(null)} />}>
        <Panel title={t('list')} meta={t('list.meta')} className="grow">
          <QueryView query={query} rows={8}>
            {() => (
              <DataTable
                label={t('list')}
                columns={columns}
                rows={jobs}
                rowKey={row => row.id}
                selected={selected}
                onSelect={row => choose(row.id)}
                onOpen={row => open(row.id)}
                keys
                exportAs="stream-jobs"
                empty={<EmptyState title={t('none')}>{t('none.detail')}</EmptyState>}
              />
            )}
          </QueryView>
        </Panel>
      </SplitPage>
    </Page>
  );
}

function Sentence({ jobs }: { jobs: readonly StreamJob[] }) {
  const t = useStreamsText();
  const running = jobs.filter(job => job.mode !== 'OFF').length;
  const failed = jobs.filter(job => job.state.stand === 'FAILED').length;
  const words = { running, total: jobs.length, failed };
  return failed > 0 ? <span className="p2">{t('sentence.failed', words)}</span> : <>{t('sentence', words)}</>;
}

import { useParams, useSearchParams } from 'react-router';
import type { Model } from '@/shared/api/contract';
import { formatPercent } from '@/shared/format/number';
import { useSay } from '@/shared/i18n/i18n';
import { Page } from '@/shared/ui/page';
import { Segmented } from '@/shared/ui/segmented';
import { EmptyState, QueryView } from '@/shared/ui/states';
import { useModel } from './api';
import { BacktestTab } from './backtest-tab';
import { DriftTab } from './drift-tab';
import { LiveTab } from './live-tab';
import { useModelsText } from './locale/texts';
import { ModelFigures } from './model-figures';
import styles from './models.module.css';
import { Retire } from './retired';
import { StatusChip, VirtualChip } from './status-chip';
import { Train } from './train';
import { formatHorizon, versionOf } from './versions';
import { VersionsTab } from './versions-tab';

const TABS = ['backtest', 'live', 'drift', 'versions'] as const;
type Tab = (typeof TABS)[number];

const isTab = (text: string | null): text is Tab => TABS.some(tab => tab === text);

/** Tab and version of the page, kept in the address. */
function useAddress() {
  const [address, setAddress] = useSearchParams();
  const put = (key: string, value: string) =>
    setAddress(
      old => {
        const next = new URLSearchParams(old);
        next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const asked = address.get('tab');
  return {
    tab: isTab(asked) ? asked : ('backtest' as const),
    version: Number(address.get('version')) || null,
    setTab: (tab: Tab) => put('tab', tab),
    setVersion: (version: number) => put('version', String(version)),
  };
}

/** One model: how good it was, how good it is, whether the plant still is what it learned, which versions there are. */
export default function ModelPage() {
  const t = useModelsText();
  const say = useSay();
  const id = Number(useParams().id) || null;
  const query = useModel(id);
  const model = query.data;
  const { tab, version, setTab, setVersion } = useAddress();
  if (id === null)
    return (
      <Page title={t('title')}>
        <EmptyState title={t('wrong')} />
      </Page>
    );
  return (
    <Page
      title={model ? say(model.name) : t('title')}
      sentence={model && <Sentence model={model} />}
      actions={
        model && (
          <>
            <Segmented<Tab>
              label={t('tab')}
              value={tab}
              onChange={setTab}
              options={TABS.map(value => ({ value, label: t(`tab.${value}`) }))}
            />
            <Retire model={model} />
            {!model.retiredAt && <Train model={model} />}
          </>
        )
      }
    >
      <div className={styles.stage}>
        <QueryView query={query} rows={6}>
          {data => <Content model={data} tab={tab} asked={version} onVersion={setVersion} key={data.id} />}
        </QueryView>
      </div>
    </Page>
  );
}

function Sentence({ model }: { model: Model }) {
  const t = useModelsText();
  const say = useSay();
  const { champion, currentSkill } = model;
  const words = [
    t('about', { label: say(model.target.label), horizon: formatHorizon(model.horizonSeconds) }),
    model.retiredAt
      ? t('isRetired')
      : typeof champion === 'number'
        ? t('inUse', { version: champion })
        : t('notInUse'),
    t('definition', {
      every: formatHorizon(model.everySeconds),
      inputs: model.inputs.length,
      span: formatHorizon(model.trainedOverSeconds),
    }),
    typeof currentSkill === 'number'
      ? t(currentSkill < 0 ? 'worse' : 'better', { skill: formatPercent(Math.abs(currentSkill), 0) })
      : '',
  ];
  return (
    <span className="row">
      <StatusChip status={model.status} />
      <VirtualChip virtual={model.virtual} />
      <span className="ellipsis">{words.filter(Boolean).join(' · ')}</span>
    </span>
  );
}

interface ContentProps {
  model: Model;
  tab: Tab;
  asked: number | null;
  onVersion(version: number): void;
}

function Content({ model, tab, asked, onVersion }: ContentProps) {
  const t = useModelsText();
  const version = versionOf(model, asked);
  if (!version) return <EmptyState title={t('untrained')}>{t('untrained.detail')}</EmptyState>;
  return (
    <>
      <ModelFigures model={model} version={version} />
      {tab === 'backtest' && <BacktestTab model={model} version={version} />}
      {tab === 'live' && <LiveTab model={model} />}
      {tab === 'drift' && <DriftTab model={model} />}
      {tab === 'versions' && <VersionsTab model={model} version={version} onVersion={onVersion} />}
    </>
  );
}

import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { SheetsAnswer } from '@/shared/api/contract';
import { AssetPicker } from '@/shared/assets/asset-picker';
import { useScope } from '@/shared/assets/assets';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, ErrorState } from '@/shared/ui/states';
import { usePlannedPlants } from './api';
import { useSchedulingText } from './locale/texts';
import { usePlanned } from './planned';
import { SchedulingTabs } from './scheduling-tabs';
import { SheetChanges } from './sheet-changes';
import { SheetFaults } from './sheet-faults';
import { SheetList } from './sheet-list';
import { SheetMapping } from './sheet-mapping';
import styles from './sheets.module.css';
import { type SheetKind, useSheets } from './use-sheets';

/** Machines, routes and orders out of tables: what can be read, what cannot, what it would change; then it is taken. */
export default function SheetsPage() {
  const t = useSchedulingText();
  const scope = useScope();
  const plants = usePlannedPlants();
  const planned = usePlanned(plants.data);
  const may = useMay('ENGINEER');
  const [chosen, setChosen] = useState<number | null>(null);
  const asset = chosen ?? planned?.assetId ?? scope.assetId;
  if (!may) {
    return (
      <Page title={t('import')} actions={<SchedulingTabs current="import" />}>
        <Panel title={t('import')} className="space" padded>
          <EmptyState title={t('desk.viewer')}>{t('import.viewer')}</EmptyState>
        </Panel>
      </Page>
    );
  }
  const isPlanned = plants.data?.some(one => one.assetId === asset) ?? false;
  return <Sheets key={asset} asset={asset} onAsset={setChosen} isPlanned={isPlanned} />;
}

interface Props {
  asset: number | null;
  onAsset(asset: number | null): void;
  isPlanned: boolean;
}

function Sheets({ asset, onAsset, isPlanned }: Props) {
  const t = useSchedulingText();
  const navigate = useNavigate();
  const sheets = useSheets(asset);
  const [kind, setKind] = useState<SheetKind>('orders');
  const [asked, setAsked] = useState(false);
  const answer = sheets.reading.data;
  const take = async () => {
    await sheets.take.mutateAsync();
    void navigate(`/scheduling?asset=${asset}`);
  };
  const select = (next: SheetKind, file?: File) => {
    setKind(next);
    if (file) sheets.give(next, file);
  };
  const ready = Boolean(answer?.after) && !sheets.reading.isPlaceholderData && !sheets.reading.error;
  return (
    <Page
      title={t('import')}
      sentence={<Sentence answer={answer} />}
      actions={
        <>
          <SchedulingTabs current="import" />
          <div className={styles.asset} role="group" aria-label={t('import.where')}>
            <AssetPicker value={asset} onChange={onAsset} />
          </div>
          <Button kind="primary" disabled={!ready} onClick={() => (isPlanned ? setAsked(true) : void take())}>
            {t('import.take')}
          </Button>
        </>
      }
    >
      {sheets.reading.error ? <ErrorState error={sheets.reading.error} /> : null}
      {!asked && sheets.take.error ? <ErrorState error={sheets.take.error} /> : null}
      <div className={styles.grid}>
        <SheetList files={sheets.files} answer={answer} selected={kind} onSelect={select} />
        <SheetFaults answer={answer} />
        <SheetMapping kind={kind} answer={answer} onSay={columns => sheets.say(kind, columns)} />
        <SheetChanges answer={answer} asset={asset} />
      </div>
      <ConfirmDialog
        open={asked}
        title={t('import.replace')}
        okText={t('import.take')}
        onConfirm={take}
        onClose={() => setAsked(false)}
      >
        {t('import.replace.detail', {
          gone: answer?.counted.GONE ?? 0,
          fresh: answer?.counted.NEW ?? 0,
        })}
      </ConfirmDialog>
    </Page>
  );
}

function Sentence({ answer }: { answer: SheetsAnswer | undefined }) {
  const t = useSchedulingText();
  if (!answer || answer.tables.length === 0) return t('import.sentence.none');
  return (
    <>
      {t('import.sentence', {
        orders: answer.orders,
        bars: answer.operations,
        machines: answer.machines,
      })}
      {answer.faultCount > 0 && <b>{t('import.sentence.faults', { count: answer.faultCount })}</b>}
    </>
  );
}

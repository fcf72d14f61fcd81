import { useParams } from 'react-router';
import type { Import } from '@/shared/api/contract';
import { formatBytes } from '@/shared/format/number';
import { AppLink } from '@/shared/nav/app-link';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/states';
import { useImport } from './api';
import { useImportsText } from './locale/texts';
import { MappingStage } from './mapping-stage';
import { ReportStage } from './report-stage';
import { RunningStage } from './running-stage';

/** One file on its way into history: look and map, read, report. */
export default function ImportPage() {
  const t = useImportsText();
  const id = Number(useParams().importId) || 0;
  const query = useImport(id);
  const one = query.data;
  return (
    <Page
      title={one?.fileName ?? t('title')}
      sentence={one && `${t(`state.${one.state}`)} · ${formatBytes(one.bytes)} · ${one.by}`}
      actions={<AppLink to="/imports">{t('back')}</AppLink>}
    >
      <QueryView query={query} rows={10}>
        {found => <Stage one={found} />}
      </QueryView>
    </Page>
  );
}

/** A mapping begins anew when the server has looked at the file in another way. */
const lookOf = (one: Import) => JSON.stringify([one.id, one.preview?.columns.map(column => column.name)]);

function Stage({ one }: { one: Import }) {
  if (one.state === 'RUNNING') return <RunningStage one={one} />;
  if (one.state === 'PREVIEW' && one.preview)
    return <MappingStage key={lookOf(one)} one={one} preview={one.preview} />;
  return <ReportStage one={one} />;
}

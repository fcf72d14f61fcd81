import { useAssets, useScope } from '@/shared/assets/assets';
import { AppLink } from '@/shared/nav/app-link';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { EmptyState, QueryView } from '@/shared/ui/states';
import type { PotLine } from '@/shared/api/contract';
import { usePotlines } from './api';
import { LineList } from './line-list';
import { LineView } from './line-view';
import { usePotlineText } from './locale/texts';

/** The line that the top bar names: the line itself, the line of a pot, or the only line below a plant. */
function useLine(lines: readonly PotLine[] | undefined) {
  const { path, assetId } = useScope();
  const { tree } = useAssets();
  if (!lines) return { line: undefined, choice: [] };
  const above = new Set(path.map(asset => asset.id));
  const own = lines.find(line => above.has(line.assetId) || line.assetId === assetId);
  if (own) return { line: own, choice: [own] };
  const below =
    assetId === null
      ? lines
      : lines.filter(line => tree.pathOf(line.assetId).some(asset => asset.id === assetId));
  return { line: below.length === 1 ? below[0] : undefined, choice: below };
}

/** A potline: where to look, why, what to do. With several lines and none chosen, the list of lines. */
export default function PotlinePage() {
  const t = usePotlineText();
  const query = usePotlines();
  const { line, choice } = useLine(query.data);
  if (line) return <LineView key={line.assetId} line={line} lines={query.data ?? []} />;
  return (
    <Page
      title={t('title')}
      sentence={choice.length ? t('lines.sentence', { count: choice.length }) : undefined}
    >
      <Panel title={t('lines')} className="space">
        <QueryView query={query} rows={4}>
          {lines =>
            choice.length > 0 ? (
              <LineList lines={choice} />
            ) : (
              <EmptyState
                title={t('lines.none')}
                actions={<AppLink to="/assets">{t('lines.none.assets')}</AppLink>}
              >
                {t(lines.length > 0 ? 'lines.none.here' : 'lines.none.detail')}
              </EmptyState>
            )
          }
        </QueryView>
      </Panel>
    </Page>
  );
}

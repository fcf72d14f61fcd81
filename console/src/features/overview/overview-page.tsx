import type { Overview } from '@/shared/api/contract';
import { useSay } from '@/shared/i18n/i18n';
import { FigureStrip } from '@/shared/ui/figure-strip';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/states';
import { AbnormalPanel } from './abnormal-panel';
import { AdvicePanel } from './advice-panel';
import { useOverview } from './api';
import { DecisionsPanel } from './decisions-panel';
import { useOverviewText } from './locale/texts';
import { SitesPanel } from './sites-panel';
import styles from './overview.module.css';

/** The list holds the most important advice; how much waits in all is one of the figures. */
const waiting = ({ advice, figures }: Overview) =>
  Math.max(advice.length, figures.find(one => one.code === 'advice')?.value ?? 0);

/** What is abnormal in the group now, what is advised, how the sites stand, and what came of advice. */
export default function OverviewPage() {
  const t = useOverviewText();
  const say = useSay();
  const query = useOverview();
  return (
    <Page title={t('title')} sentence={say(query.data?.sentence)}>
      <div className={styles.stage}>
        <QueryView query={query} rows={6}>
          {overview => (
            <>
              <FigureStrip
                hero
                label={t('figures')}
                figures={overview.figures.slice(0, 6).map(one => ({
                  key: one.code,
                  label: say(one.label),
                  value: one.value,
                  unit: one.unit,
                  note: say(one.note),
                  link: one.link,
                }))}
              />
              <div
                className={styles.grid}
                style={{ '--sites': `${72 + overview.sites.length * 40}px` } as React.CSSProperties}
              >
                <AbnormalPanel
                  abnormal={overview.abnormal}
                  total={overview.abnormalCount}
                  heard={overview.heard}
                />
                <AdvicePanel advice={overview.advice} total={waiting(overview)} />
                <SitesPanel sites={overview.sites} />
                <DecisionsPanel />
              </div>
            </>
          )}
        </QueryView>
      </div>
    </Page>
  );
}

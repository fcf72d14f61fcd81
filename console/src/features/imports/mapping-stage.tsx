import { useState } from 'react';
import type { Import, ImportColumn, ImportPreview } from '@/shared/api/contract';
import { useAssets, useScope } from '@/shared/assets/assets';
import { useMay } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Panel } from '@/shared/ui/panel';
import { PriorityMark } from '@/shared/ui/priority-mark';
import { SplitPage } from '@/shared/ui/side-panel';
import { ErrorState } from '@/shared/ui/states';
import { useStart } from './api';
import { ColumnPanel } from './column-panel';
import { useImportsText } from './locale/texts';
import { isUsed, placeOf, proposed, restAsNew, toRequest, unfinished, type Wishes } from './mapping';
import { MappingTable } from './mapping-table';
import { OptionsBar } from './options-bar';
import { PreviewTable } from './preview-table';
import styles from './imports.module.css';

interface Props {
  one: Import;
  preview: ImportPreview;
}

/** Look at the file, say how it is written, and where each column goes. */
export function MappingStage({ one, preview }: Props) {
  const t = useImportsText();
  const may = useMay('ENGINEER');
  const { assetId } = useScope();
  const { tree, isPending: assetsPending } = useAssets();
  const start = useStart(one.id);
  const [wishes, setWishes] = useState<Wishes>(() => proposed(preview, one.mapping));
  const [selected, setSelected] = useState<string | null>(null);
  const place = placeOf(tree.pathOf(assetId ?? tree.roots[0]?.id));
  const put = (wish: ImportColumn) => setWishes(old => ({ ...old, [wish.column]: wish }));
  const column = preview.columns.find(known => known.name === selected);
  const used = Object.values(wishes).filter(isUsed).length;
  const open = unfinished(wishes);
  const ready = may && used > 0 && open.length === 0 && !preview.timeTrouble;
  return (
    <SplitPage
      side={
        column && (
          <ColumnPanel
            key={column.name}
            column={column}
            wish={wishes[column.name]}
            place={place}
            disabled={!may}
            onChange={put}
            onClose={() => setSelected(null)}
          />
        )
      }
    >
      <Panel
        step={1}
        title={t('preview')}
        meta={t('preview.meta', { rows: preview.rows.length, columns: preview.columns.length })}
        className={styles.upper}
      >
        <div className={styles.stage}>
          {may && <OptionsBar one={one} preview={preview} />}
          {preview.timeTrouble && (
            <p className={styles.trouble} role="alert">
              <PriorityMark priority={3} size={12} /> {t('trouble', { why: preview.timeTrouble })}
            </p>
          )}
          <PreviewTable preview={preview} />
        </div>
      </Panel>
      <Panel
        step={3}
        title={t('mapping')}
        meta={one.mapping ? t('mapping.remembered') : t('mapping.meta')}
        actions={
          <>
            {open.length > 0 && (
              <span className="small t2">{t('mapping.open', { columns: open.join(', ') })}</span>
            )}
            {may && (
              <Button
                kind="primary"
                disabled={!ready || start.isPending}
                onClick={() => start.mutate(toRequest(preview, wishes))}
              >
                {t('start', { count: used })}
              </Button>
            )}
          </>
        }
      >
        <div className={styles.stage}>
          {start.error ? <ErrorState error={start.error} /> : null}
          <div className={styles.rest}>
            <MappingTable
              preview={preview}
              wishes={wishes}
              selected={selected}
              onSelect={setSelected}
              footer={
                may && (
                  <>
                    <Button
                      kind="text"
                      disabled={assetsPending}
                      onClick={() => setWishes(restAsNew(preview, wishes, place))}
                    >
                      {t('mapping.restNew')}
                    </Button>
                    <Button kind="text" onClick={() => setWishes(proposed(preview, null))}>
                      {t('mapping.none')}
                    </Button>
                  </>
                )
              }
            />
          </div>
        </div>
      </Panel>
    </SplitPage>
  );
}

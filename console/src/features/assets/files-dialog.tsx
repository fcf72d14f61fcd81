import { Modal } from 'antd';
import { useRef } from 'react';
import { useSharedText } from '@/shared/locale/texts';
import { Button } from '@/shared/ui/button';
import { ErrorState } from '@/shared/ui/states';
import { useImportFile } from './api';
import { useAssetsText } from './locale/texts';
import styles from './assets.module.css';

/** Assets and tags to and from files: JSON for everything, CSV for the tags. */
export function FilesDialog({ onClose }: { onClose(): void }) {
  const t = useAssetsText();
  const shared = useSharedText();
  const input = useRef<HTMLInputElement>(null);
  const read = useImportFile();
  const outcome = read.data;
  return (
    <Modal
      open
      width={640}
      title={t('files')}
      footer={<Button onClick={onClose}>{shared('action.close')}</Button>}
      onCancel={onClose}
    >
      <h3>{t('files.export')}</h3>
      <p className={styles.links}>
        <a href="/api/assets/export" download>
          {t('files.json')}
        </a>
        <a href="/api/assets/export?format=csv" download>
          {t('files.csv')}
        </a>
      </p>
      <h3>{t('files.import')}</h3>
      <p className="t2 small">{t('files.import.detail')}</p>
      <p className={styles.links}>
        <input
          ref={input}
          className="hidden-text"
          type="file"
          tabIndex={-1}
          accept=".json,.csv"
          aria-label={t('files.choose')}
          onChange={event => {
            const [file] = event.target.files ?? [];
            if (file) read.mutate(file);
            event.target.value = '';
          }}
        />
        <Button disabled={read.isPending} onClick={() => input.current?.click()}>
          {t(read.isPending ? 'files.reading' : 'files.choose')}
        </Button>
      </p>
      {read.error ? <ErrorState error={read.error} /> : null}
      {outcome && (
        <div role="status">
          <p>
            {t('files.outcome', {
              created: outcome.created,
              updated: outcome.updated,
              rejected: outcome.rejected.length,
            })}
          </p>
          <ul className={styles.rejects}>
            {outcome.rejected.map(one => (
              <li key={`${one.line} ${one.reason}`}>
                <span className="t3">{t('files.line', { line: one.line })}</span> {one.reason}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Modal>
  );
}

import { type DragEvent, useRef, useState } from 'react';
import { formatBytes } from '@/shared/format/number';
import { Button } from '@/shared/ui/button';
import { ErrorState } from '@/shared/ui/states';
import { useImportsText } from './locale/texts';
import type { Upload } from './use-uploads';
import styles from './imports.module.css';

interface Props {
  uploads: readonly Upload[];
  onFiles(files: readonly File[]): void;
  onDismiss(upload: Upload): void;
}

/** Where files are dropped or chosen; those under way or refused are listed in it. */
export function DropZone({ uploads, onFiles, onDismiss }: Props) {
  const t = useImportsText();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <section
      className={over ? `${styles.drop} ${styles.over}` : styles.drop}
      aria-label={t('drop')}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={styles.ask}>
        <b>{t('drop')}</b>
        <span className="t2">{t('drop.detail')}</span>
        <span className="space" />
        <input
          ref={input}
          className="hidden-text"
          type="file"
          multiple
          tabIndex={-1}
          aria-label={t('choose')}
          accept=".csv,.txt,.tsv,.dat,.gz,.parquet"
          onChange={event => {
            onFiles([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <Button kind="primary" onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
      </div>
      {uploads.map(upload => (
        <div key={upload.id} className={styles.upload}>
          {upload.error ? (
            <>
              <b>{upload.file.name}</b>
              <ErrorState error={upload.error} />
            </>
          ) : (
            <span role="status" className="t2">
              {t('uploading', { name: upload.file.name, size: formatBytes(upload.file.size) })}
            </span>
          )}
          <Button kind="text" onClick={() => onDismiss(upload)}>
            {t(upload.error ? 'dismiss' : 'upload.stop')}
          </Button>
        </div>
      ))}
    </section>
  );
}

import type { TagImport } from '@/shared/api/contract';
import { useConnectionsText } from './locale/texts';
import styles from './connections.module.css';

/** What came of importing a part of the server's tree. */
export function ImportOutcome({ outcome }: { outcome: TagImport }) {
  const t = useConnectionsText();
  const remarks = [...outcome.rejected, ...(outcome.remarks ?? [])];
  return (
    <div className={styles.outcome} role="status">
      <b>
        {t('outcome', {
          created: outcome.created,
          linked: outcome.linked ?? 0,
          skipped: outcome.skipped,
          rejected: outcome.rejected.length,
        })}
      </b>
      {remarks.length > 0 && (
        <ul>
          {remarks.map(one => (
            <li key={`${one.node} ${one.reason}`} className="small">
              <span className="t3">{one.node}</span> {one.reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

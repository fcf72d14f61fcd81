import { type ReactNode, useEffect, useState } from 'react';
import { ApiError } from '@/shared/api/client';
import { formatNumber } from '@/shared/format/number';
import { useSharedText } from '@/shared/locale/texts';
import { formatClock } from '@/shared/time/plant-time';
import { Button } from './button';
import { PriorityMark } from './priority-mark';
import { shownState } from './shown-state';
import styles from './states.module.css';

interface EmptyProps {
  /** What is missing. */
  title: string;
  /** Why, and since when. */
  children?: ReactNode;
  /** The next step. */
  actions?: ReactNode;
}

/** Nothing to show: what is missing, why, since when, and the next step. */
export function EmptyState({ title, children, actions }: EmptyProps) {
  return (
    <div className={styles.state} role="status">
      <h3>{title}</h3>
      {children && <div className={styles.words}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

function useElapsed() {
  const [ms, setMs] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setMs(performance.now() - start), 100);
    return () => clearInterval(timer);
  }, []);
  return ms;
}

interface LoadingProps {
  /** What is being read, for example "604 800 点". */
  count?: string;
  onCancel?: () => void;
  rows?: number;
}

const WIDTHS = [92, 78, 86, 64, 81, 70];

/** Skeleton in place after 200 ms, count and time after 1 s, cancel after 3 s. */
export function LoadingState({ count, onCancel, rows = 6 }: LoadingProps) {
  const t = useSharedText();
  const ms = useElapsed();
  if (ms < 200) return <div className={styles.loading} aria-busy="true" />;
  const seconds = formatNumber(ms / 1000, 1);
  const words =
    ms < 1000
      ? t('loading')
      : count
        ? t('loading.count', { count, seconds })
        : t('loading.seconds', { seconds });
  return (
    <div className={styles.loading} role="status" aria-busy="true">
      <span className="t2">{words}</span>
      {WIDTHS.slice(0, rows).map(width => (
        <i key={width} style={{ width: `${width}%` }} />
      ))}
      {onCancel && ms >= 3000 && (
        <div>
          <Button onClick={onCancel}>{t('action.cancel')}</Button>
        </div>
      )}
    </div>
  );
}

interface ErrorProps {
  error: unknown;
  onRetry?: () => void;
  /** When the data that are still shown were read; without it nothing is shown below. */
  stillFrom?: number | null;
}

/** What failed, what is still shown and how old it is, request number, retry. */
export function ErrorState({ error, onRetry, stillFrom }: ErrorProps) {
  const t = useSharedText();
  const problem = error instanceof ApiError ? error.problem : null;
  const offline = problem?.status === 0;
  const still = stillFrom !== null && stillFrom !== undefined;
  const title = offline
    ? t('error.offline')
    : problem?.status === 403
      ? problem.title || t('forbidden.title')
      : (problem?.title ?? t('error.title'));
  const detail = offline
    ? t('error.offline.detail')
    : (problem?.detail ?? (error instanceof Error && !problem ? error.message : ''));
  return (
    <div className={still ? styles.strip : styles.error} role="alert">
      <PriorityMark priority={2} />
      <span className={styles.words}>
        <b>{title}</b> {untold(detail, title)}{' '}
        {problem?.where && !detail.includes(problem.where) && t('error.where', { where: problem.where })}{' '}
        {problem?.remedy && !detail.includes(problem.remedy) && problem.remedy}{' '}
        {problem?.fields
          ?.map(one =>
            t('error.field', {
              field: one.field,
              value: String(one.value ?? ''),
              allowed: one.allowed ?? '',
            }),
          )
          .join(' ')}{' '}
        {still && t('error.still', { time: formatClock(stillFrom) })}{' '}
        {problem?.requestId && <span className="t3">{t('error.request', { id: problem.requestId })}</span>}
      </span>
      <span className="space" />
      {onRetry && <Button onClick={onRetry}>{t('action.retry')}</Button>}
    </div>
  );
}

/** The detail without what the title has said already. */
function untold(detail: string, title: string) {
  return detail.startsWith(title) ? detail.slice(title.length).replace(/^[;；.。]\s*/, '') : detail;
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  dataUpdatedAt: number;
  refetch(): unknown;
}

interface QueryViewProps<T> {
  query: Asked<T>;
  count?: string;
  rows?: number;
  children(data: T): ReactNode;
}

const UNANSWERED = new ApiError({ title: 'offline', status: 0 });

/** Loading, error and data of one question to the server; the last good data stay when a later answer fails. */
export function QueryView<T>({ query, count, rows, children }: QueryViewProps<T>) {
  const shown = shownState();
  if (shown === 'loading') return <LoadingState count={count} rows={rows} />;
  if (shown === 'error') return <ErrorState error={UNANSWERED} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) {
    if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    return <LoadingState count={count} rows={rows} />;
  }
  return (
    <>
      {query.error ? (
        <ErrorState
          error={query.error}
          stillFrom={query.dataUpdatedAt}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {children(query.data)}
    </>
  );
}

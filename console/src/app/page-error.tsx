import { useRouteError } from 'react-router';
import { Button } from '@/shared/ui/button';
import { EmptyState } from '@/shared/ui/states';
import { useSharedText } from '@/shared/locale/texts';

/** A page failed; the frame around it stays. */
export function PageError() {
  const error = useRouteError();
  const t = useSharedText();
  return (
    <main>
      <EmptyState
        title={t('error.page')}
        actions={
          <Button kind="primary" onClick={() => location.reload()}>
            {t('action.retry')}
          </Button>
        }
      >
        <p>{t('error.page.detail')}</p>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </EmptyState>
    </main>
  );
}

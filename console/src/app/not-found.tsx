import { AppLink } from '@/shared/nav/app-link';
import { Page } from '@/shared/ui/page';
import { EmptyState } from '@/shared/ui/states';
import { useAppText } from './locale/texts';

export default function NotFound() {
  const t = useAppText();
  return (
    <Page title={t('notFound.title')}>
      <EmptyState
        title={t('notFound.title')}
        actions={<AppLink to="/overview">{t('notFound.home')}</AppLink>}
      >
        {t('notFound.detail')}
      </EmptyState>
    </Page>
  );
}

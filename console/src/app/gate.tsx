import { lazy, Suspense } from 'react';
import { useSessionState } from '@/shared/session/session';
import { LoginPage } from './login/login-page';
import { Waiting } from './login/waiting';

const Frame = lazy(() => import('./frame/frame'));
const ChangePasswordPage = lazy(() => import('./login/change-password-page'));

/** What a person meets first: login, a new password when one is due, then the frame with the page. */
export function Gate() {
  const { state, refresh } = useSessionState();
  if (state.status === 'asking') return <Waiting />;
  if (state.status === 'offline') return <Waiting offline onRetry={() => void refresh()} />;
  if (state.status === 'out') return <LoginPage expired={state.expired} />;
  return (
    <Suspense fallback={<Waiting />}>
      {state.session.mustChangePassword ? <ChangePasswordPage /> : <Frame />}
    </Suspense>
  );
}

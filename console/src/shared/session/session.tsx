import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { api, ApiError, onLoggedOut } from '@/shared/api/client';
import type { Role, Session } from '@/shared/api/contract';

export type SessionState =
  | { status: 'asking' }
  | { status: 'offline' }
  | { status: 'out'; expired: boolean }
  | { status: 'in'; session: Session };

interface SessionContextValue {
  state: SessionState;
  login(username: string, password: string): Promise<void>;
  logout(): Promise<void>;
  /** Asks the server again who is logged in. */
  refresh(): Promise<void>;
}

const SessionContext = createContext<SessionContextValue | null>(null);

async function ask(): Promise<SessionState> {
  try {
    return { status: 'in', session: await api.get('/api/session') };
  } catch (error) {
    return error instanceof ApiError && error.offline
      ? { status: 'offline' }
      : { status: 'out', expired: false };
  }
}

export function SessionProvider({ children, initial }: { children: ReactNode; initial?: Session }) {
  const client = useQueryClient();
  const [state, setState] = useState<SessionState>(
    initial ? { status: 'in', session: initial } : { status: 'asking' },
  );

  const refresh = useCallback(async () => setState(await ask()), []);

  useEffect(() => {
    if (!initial) void ask().then(setState);
  }, [initial]);

  useEffect(
    () => onLoggedOut(() => setState(old => (old.status === 'in' ? { status: 'out', expired: true } : old))),
    [],
  );

  const value = useMemo<SessionContextValue>(
    () => ({
      state,
      refresh,
      async login(username, password) {
        const session = await api.post('/api/session', { body: { username, password } });
        client.clear();
        setState({ status: 'in', session });
      },
      async logout() {
        await api.delete('/api/session').catch(() => undefined);
        client.clear();
        setState({ status: 'out', expired: false });
      },
    }),
    [state, refresh, client],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}

export function useSessionState() {
  const value = use(SessionContext);
  if (!value) throw new Error('useSessionState needs a SessionProvider above it');
  return value;
}

/** The session of a page behind the login. */
export function useSession(): Session {
  const { state } = useSessionState();
  if (state.status !== 'in') throw new Error('useSession is for pages behind the login');
  return state.session;
}

const ABOVE: Record<Role, Role[]> = {
  VIEWER: ['VIEWER', 'OPERATOR', 'ENGINEER', 'ADMIN'],
  OPERATOR: ['OPERATOR', 'ADMIN'],
  ENGINEER: ['ENGINEER', 'ADMIN'],
  ADMIN: ['ADMIN'],
};

/** Whether this user may do what one of the roles may; the server decides again on every call. */
export function useMay(...roles: Role[]) {
  const { user } = useSession();
  const allowed = new Set(roles.flatMap(role => ABOVE[role]));
  return user.roles.some(role => allowed.has(role));
}

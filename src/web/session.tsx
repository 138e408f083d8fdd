import { useLingui } from '@lingui/react';
import {
  keepPreviousData,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import type { ApiName, SessionView } from '../serve/api.ts';
import type { AnswerOf, ApiClient, AskOf, CallError } from './api-client.ts';
import type { Say } from './i18n.ts';

/** How often the page asks how the vault stands. */
const ASK_EVERY_MS = 5000;

export interface Desk {
  readonly client: ApiClient;
  /** Ends the engine and goes to the lock page. */
  readonly lock: () => void;
}

const DeskContext = createContext<Desk | undefined>(undefined);

export function DeskProvider({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }): ReactNode {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('no desk around this component');
  return desk;
}

/** How the vault stands; undefined until the first answer. */
export function useSession(): SessionView | undefined {
  const { client } = useDesk();
  const { data } = useQuery<SessionView, CallError>({
    queryKey: ['session'],
    queryFn: ({ signal }) => client.call('session', {}, signal),
    refetchInterval: ASK_EVERY_MS,
    refetchIntervalInBackground: true,
  });
  return data;
}

/** Asks everything again that is on screen once the vault has changed, by whomever. */
export function useFreshness(session: SessionView | undefined): void {
  const queries = useQueryClient();
  const seen = useRef<string>(undefined);
  const version = session?.version;
  useEffect(() => {
    if (version === undefined) return;
    const before = seen.current;
    seen.current = version;
    if (before !== undefined && before !== version) refreshAll(queries);
  }, [version, queries]);
}

function refreshAll(queries: QueryClient): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey: [name] }) => name !== 'session' && name !== 'places' && name !== 'library-choice',
  });
}

/** What the server answers to one ask. Kept until the vault changes. */
export function useAnswer<Name extends ApiName>(
  name: Name,
  ask: AskOf<Name>,
  options: { readonly enabled?: boolean; readonly keepLast?: boolean } = {},
): UseQueryResult<AnswerOf<Name>, CallError> {
  const { client } = useDesk();
  return useQuery<AnswerOf<Name>, CallError>({
    queryKey: [name, ask],
    queryFn: ({ signal }) => client.call(name, ask, signal),
    enabled: options.enabled ?? true,
    ...(options.keepLast === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Something that changes the vault. What the screen shows is asked again afterwards. */
export function useAct<Name extends ApiName>(name: Name): UseMutationResult<AnswerOf<Name>, CallError, AskOf<Name>> {
  const { client } = useDesk();
  const queries = useQueryClient();
  return useMutation<AnswerOf<Name>, CallError, AskOf<Name>>({
    mutationFn: (ask) => client.call(name, ask),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['session'] }),
  });
}

/** Says messages in the desk's language, and says them anew when it changes. */
export function useSay(): Say {
  const { i18n } = useLingui();
  return (id, values) => i18n._(id, values);
}

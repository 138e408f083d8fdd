import { useQuery, useQueryClient } from '@tanstack/react-query';
import { NO_CHOICE, type SearchChoice } from './search-ask.ts';

const KEPT = ['library-choice'];

/**
 * What is set on the Library. It stands again when somebody comes back from a passage, and other parts of the desk may set
 * it. It is kept in memory, never in an address.
 */
export function useKeptChoice(): readonly [SearchChoice, (choice: SearchChoice) => void] {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: KEPT,
    queryFn: () => queries.getQueryData<SearchChoice>(KEPT) ?? NO_CHOICE,
    initialData: NO_CHOICE,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return [data, (choice) => queries.setQueryData(KEPT, choice)];
}

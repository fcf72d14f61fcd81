import { useState } from 'react';

/** The page of a list that the server pages; another list, named by what it is asked for, begins at its first. */
export function usePageOf(list: string) {
  const [at, setAt] = useState({ list, page: 0 });
  return { page: at.list === list ? at.page : 0, setPage: (page: number) => setAt({ list, page }) };
}

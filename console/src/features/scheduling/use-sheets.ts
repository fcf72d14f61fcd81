import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/shared/api/client';

export const KINDS = ['machines', 'routes', 'orders', 'setups', 'closed'] as const;
export type SheetKind = (typeof KINDS)[number];

/** Tables without which there is no plant. */
export const NEEDED: readonly SheetKind[] = ['machines', 'routes', 'orders'];

type Files = Partial<Record<SheetKind, File>>;

/** What headers are, by table; an empty column means none. */
type Said = Partial<Record<SheetKind, Record<string, string>>>;

function formOf(files: Files, said: Said) {
  const form = new FormData();
  for (const kind of KINDS) {
    const file = files[kind];
    if (file) form.append(kind, file);
  }
  form.append('columns', JSON.stringify(said));
  return form;
}

/** The columns each table may have. */
export function useSheetKinds() {
  return useQuery({
    queryKey: ['scheduling', 'templates'],
    queryFn: ({ signal }) => api.get('/api/scheduling/templates', { signal }),
    staleTime: Infinity,
  });
}

/** Tables on their way into a plan: read anew by the server after every change, kept only when taken. */
export function useSheets(assetId: number | null) {
  const client = useQueryClient();
  const [given, setGiven] = useState<{ files: Files; said: Said; step: number }>({
    files: {},
    said: {},
    step: 0,
  });
  const { files, said, step } = given;
  const path = { assetId };
  const reading = useQuery({
    queryKey: ['scheduling', 'sheets', assetId, step],
    queryFn: ({ signal }) =>
      api.post('/api/scheduling/{assetId}/sheets', { path, body: formOf(files, said), signal }),
    enabled: assetId !== null,
    placeholderData: old => old,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const take = useMutation({
    mutationFn: () =>
      api.post('/api/scheduling/{assetId}/sheets', {
        path,
        query: { take: true },
        body: formOf(files, said),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['scheduling'] }),
  });
  const give = (kind: SheetKind, file: File | undefined) =>
    setGiven(old => ({ ...old, files: { ...old.files, [kind]: file }, step: old.step + 1 }));
  const say = (kind: SheetKind, columns: Record<string, string>) =>
    setGiven(old => ({
      ...old,
      said: { ...old.said, [kind]: { ...old.said[kind], ...columns } },
      step: old.step + 1,
    }));
  return { files, reading, take, give, say };
}

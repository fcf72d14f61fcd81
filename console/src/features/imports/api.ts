import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { Import, Job, Text } from '@/shared/api/contract';

export type ColumnKind = 'TIME' | 'NUMBER' | 'TEXT' | 'EMPTY';

/** What a person says about how the file is written; what is absent is found out. */
export interface Options {
  separator?: string | null;
  timeColumn?: string | null;
  timeFormat?: string | null;
  zone?: string | null;
  decimalComma?: boolean | null;
  encoding?: string | null;
  header?: boolean | null;
  skipLines?: number | null;
}

export interface PreviewColumn {
  name: string;
  kind: ColumnKind;
  unit?: string;
  sample: string[];
}

export interface Preview {
  /** Absent in Parquet files. */
  separator?: string | null;
  encoding?: string | null;
  decimalComma?: boolean;
  header?: boolean;
  skipLines?: number;
  timeColumn?: string | null;
  timeFormat?: string | null;
  zone: string;
  /** Why the times cannot be read yet. */
  timeTrouble?: string;
  columns: PreviewColumn[];
  rows: string[][];
}

export interface NewTag {
  name: string;
  assetId: number;
  unit: string;
  label: Text;
}

/** What becomes of a column of the file. */
export interface ColumnMapping {
  column: string;
  tagId?: number | null;
  newTag?: NewTag | null;
  skip?: boolean | null;
  /** Unit of the numbers in the file. */
  unit?: string | null;
}

export interface Mapping extends Options {
  columns: ColumnMapping[];
}

export interface Remark {
  line: number;
  reason: string;
}

export type Report = NonNullable<Import['report']> & { ambiguous?: number; repairs?: Remark[] };

export interface FileImport extends Omit<Import, 'preview' | 'report'> {
  message?: string;
  startedAt?: string | null;
  finishedAt?: string | null;
  options?: Options;
  preview?: Preview | null;
  mapping?: Mapping | null;
  report?: Report | null;
}

const KEY = 'imports';

/** All files that were brought in, the newest first; asked often while one is being read. */
export function useImports() {
  return useQuery({
    queryKey: [KEY, 'list'],
    queryFn: ({ signal }) => api.get<FileImport[]>('/api/imports', undefined, signal),
    refetchInterval: ({ state }) => (state.data?.some(one => one.state === 'RUNNING') ? 1_000 : 30_000),
  });
}

export function useImport(id: number) {
  return useQuery({
    queryKey: [KEY, id],
    queryFn: ({ signal }) => api.get<FileImport>(`/api/imports/${id}`, undefined, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'RUNNING' ? 1_000 : false),
  });
}

/** Jobs of imports; renewed whenever the server tells of one. */
export function useImportJobs(enabled: boolean) {
  return useQuery({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => api.get<Job[]>('/api/jobs', undefined, signal),
    refetchInterval: 1_000,
    enabled,
  });
}

/** Keeps what the server answered about one import, and asks for the list again. */
function useKeep() {
  const client = useQueryClient();
  return (one: FileImport | undefined) => {
    if (one) client.setQueryData([KEY, one.id], one);
    void client.invalidateQueries({ queryKey: [KEY, 'list'] });
  };
}

export function useUpload() {
  const keep = useKeep();
  return useMutation({
    mutationFn: ({ file, signal }: { file: File; signal?: AbortSignal }) => {
      const form = new FormData();
      form.append('file', file);
      return api.post<FileImport>('/api/imports', form, signal);
    },
    onSuccess: keep,
  });
}

export function useSetOptions(id: number) {
  return useMutation({
    mutationFn: (options: Options) => api.put<FileImport>(`/api/imports/${id}/options`, options),
    onSuccess: useKeep(),
  });
}

export function useStart(id: number) {
  const client = useQueryClient();
  const keep = useKeep();
  return useMutation({
    mutationFn: (mapping: Mapping) => api.post<FileImport>(`/api/imports/${id}/start`, mapping),
    onSuccess: one => {
      keep(one);
      // It may have made tags.
      void client.invalidateQueries({ queryKey: ['tags'] });
    },
  });
}

export function useCancel(id: number) {
  return useMutation({
    mutationFn: () => api.post<FileImport>(`/api/imports/${id}/cancel`),
    onSuccess: useKeep(),
  });
}

export function useDelete() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => api.delete(`/api/imports/${id}`),
    onSuccess: (_, id) => {
      client.removeQueries({ queryKey: [KEY, id] });
      void client.invalidateQueries({ queryKey: [KEY, 'list'] });
    },
  });
}

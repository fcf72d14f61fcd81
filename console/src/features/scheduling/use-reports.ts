import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';

/** What happened to an operation. */
export interface ReportDraft {
  order: string;
  operation: number;
  resource: string;
  start: string;
  end: string | null;
  scrapTonnes: number;
}

/** What was reported, the newest first. */
export function useReports(assetId: number) {
  return useQuery({
    queryKey: ['scheduling', 'actuals', assetId],
    queryFn: ({ signal }) => api.get('/api/scheduling/{assetId}/actuals', { path: { assetId }, signal }),
  });
}

/** Reporting: every report times the plan on the desk anew. */
export function useReporting(assetId: number) {
  const client = useQueryClient();
  const path = { assetId };
  const onSuccess = () => client.invalidateQueries({ queryKey: ['scheduling'] });
  return {
    /** No report only times the plan anew. */
    report: useMutation({
      mutationFn: (reports: readonly ReportDraft[]) =>
        api.post('/api/scheduling/{assetId}/actuals', { path, body: { reports } }),
      onSuccess,
    }),
    table: useMutation({
      mutationFn: (file: File) => {
        const body = new FormData();
        body.append('file', file);
        return api.post('/api/scheduling/{assetId}/actuals/table', { path, body });
      },
      onSuccess,
    }),
    withdraw: useMutation({
      mutationFn: ({ order, operation }: { order: string; operation: number }) =>
        api.delete('/api/scheduling/{assetId}/actuals/{order}/{operation}', {
          path: { assetId, order, operation },
        }),
      onSuccess,
    }),
  };
}

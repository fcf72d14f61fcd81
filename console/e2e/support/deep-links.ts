import type { Page } from 'playwright-core';
import { inject, vi } from 'vitest';

interface Known {
  id: number;
}
interface KnownAsset extends Known {
  template?: string;
}

const SAMPLE = 'time,voltage\n2026-01-01T00:00:00Z,3.95\n2026-01-01T00:01:00Z,3.96\n';

/** Sends a small file, so that there is an import to look at. */
async function upload(page: Page): Promise<Known> {
  const cookies = await page.context().cookies();
  const token = cookies.find(one => one.name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request.post(`${inject('base')}/api/imports`, {
    headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) },
    multipart: { file: { name: 'deep-link.csv', mimeType: 'text/csv', buffer: Buffer.from(SAMPLE) } },
  });
  return (await answer.json()) as Known;
}

/** Pages that no entry of the rail leads to: one of each kind, as the server under test has them. */
export async function deepLinks(page: Page): Promise<string[]> {
  const list = async <T>(path: string) =>
    (await (await page.request.get(inject('base') + path)).json()) as T[];
  const first = <T>(found: readonly T[], what: string): T => {
    const [one] = found;
    if (one === undefined) throw new Error(`the server under test has no ${what}`);
    return one;
  };
  const pots = await list<KnownAsset>('/api/assets');
  const pot = first(
    pots.filter(asset => asset.template?.toLowerCase().includes('pot')),
    'pot',
  ).id;
  // A scenario registers its models when its first round comes.
  const model = await vi.waitFor(async () => first(await list<Known>('/api/models'), 'model').id, {
    timeout: 150_000,
    interval: 1_000,
  });
  const stream = first(await list<Known>('/api/streams'), 'stream job').id;
  const imported = (await list<Known>('/api/imports'))[0] ?? (await upload(page));
  return [
    `/models/${model}`,
    `/potline/pots/${pot}?asset=${pot}`,
    `/imports/${imported.id}`,
    '/alarms/rules',
    `/streams/${stream}`,
    '/scheduling/desk',
    '/scheduling/import',
    '/scheduling/load',
    '/scheduling/compare',
    '/scheduling/actuals',
    `/assets?asset=${pot}`,
    `/trends?asset=${pot}`,
  ];
}

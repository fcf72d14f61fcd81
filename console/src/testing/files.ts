import { vi } from 'vitest';

/** Catches what the console hands to the browser to save; `last` is the text of the newest file. */
export function savedFiles() {
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation(blob => {
    saved.push(blob as Blob);
    return 'blob:test';
  });
  return {
    last: async () => (await saved.at(-1)?.text()) ?? '',
    /** Titles of the columns of the newest CSV file. */
    header: async () => ((await saved.at(-1)?.text()) ?? '').replace('\uFEFF', '').split('\r\n')[0] ?? '',
  };
}

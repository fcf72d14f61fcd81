import { describe, expect, it } from 'vitest';
import { setPlantZone } from '@/shared/time/plant-time';
import type { Column } from './table-rows';
import { toSheet, toXlsx } from './xlsx';

interface Row {
  name: string;
  value: number | null;
  at: string;
}
const columns: Column<Row>[] = [
  { key: 'mark', title: '', render: () => null, exported: false },
  { key: 'name', title: '名称', render: () => null, value: row => row.name },
  { key: 'value', title: 'V', render: () => null, value: row => row.value },
  { key: 'at', title: '时间', render: () => null, value: row => row.at },
];
const rows: Row[] = [
  { name: '=HYPERLINK("http://x")', value: 3.95, at: '2026-11-20T06:32:07.5Z' },
  { name: '2001 号槽', value: null, at: '' },
];

describe('a workbook', () => {
  it('keeps numbers, writes instants as plant time, and texts as texts', () => {
    setPlantZone('Asia/Shanghai');
    const sheet = toSheet(columns, rows);
    expect(sheet[0]).toHaveLength(3);
    expect(sheet[1]?.[0]).toEqual({ value: '=HYPERLINK("http://x")', type: String });
    expect(sheet[1]?.[1]).toEqual({ value: 3.95, type: Number });
    expect(sheet[1]?.[2]).toMatchObject({ value: new Date('2026-11-20T14:32:07Z'), type: Date });
    expect(sheet[2]?.slice(1)).toEqual([null, null]);
  });

  it('is a zip that holds no formula', async () => {
    const blob = await toXlsx(columns, rows);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
    expect(new TextDecoder('latin1').decode(bytes)).not.toContain('<f>');
  });
});

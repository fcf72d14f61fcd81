import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { toCsv } from './csv';
import { DataTable } from './data-table';
import { type Column, filterRows, fitRows, sortRows } from './table-rows';

interface Pot {
  id: number;
  name: string;
  heat: number | null;
}

const POTS: Pot[] = [
  { id: 1, name: '2001#', heat: 951 },
  { id: 2, name: '2010#', heat: null },
  { id: 3, name: '2002#', heat: 961.2 },
];
const COLUMNS: Column<Pot>[] = [
  { key: 'name', title: 'Pot', render: pot => pot.name, value: pot => pot.name },
  { key: 'heat', title: 'Heat', align: 'right', render: pot => pot.heat ?? '–', value: pot => pot.heat },
];
const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).getAllByRole('cell')[0]?.textContent);

function Table({ onOpen }: { onOpen?: (pot: Pot) => void }) {
  const [selected, setSelected] = useState<number | null>(null);
  return (
    <DataTable
      label="pots"
      columns={COLUMNS}
      rows={POTS}
      rowKey={pot => pot.id}
      selected={selected}
      onSelect={pot => setSelected(pot.id)}
      onOpen={onOpen}
      keys
    />
  );
}

describe('rows', () => {
  it('sort by value with missing ones last in both directions', () => {
    const ids = (down: boolean) => sortRows(POTS, COLUMNS, { key: 'heat', down }).map(pot => pot.id);
    expect([ids(false), ids(true)]).toEqual([
      [1, 3, 2],
      [3, 1, 2],
    ]);
  });

  it('match when every word is in one of the columns', () => {
    expect(filterRows(POTS, COLUMNS, '2002 961').map(pot => pot.id)).toEqual([3]);
    expect(filterRows(POTS, COLUMNS, ' ')).toHaveLength(3);
  });

  it('are shown whole and stretch to at most 1.45 times', () => {
    expect(fitRows(28 + 100, 28, 50)).toEqual({ fits: 3, shown: 3, rowHeight: 33.33 });
    expect(fitRows(28 + 41, 28, 50).rowHeight).toBe(28 * 1.45);
    expect(fitRows(10, 28, 50).fits).toBe(1);
  });

  it('leave as CSV that a spreadsheet opens without running anything', () => {
    const rows: Pot[] = [
      { id: 1, name: '=1+1', heat: -3 },
      { id: 2, name: 'a,"b"', heat: null },
    ];
    expect(toCsv(COLUMNS, rows)).toBe('\uFEFFPot,Heat\r\n\'=1+1,-3\r\n"a,""b""",\r\n');
  });
});

describe('the table', () => {
  it('sorts by a click on the head, and back to the given order by the third', () => {
    render(<Table />);
    const head = screen.getByRole('button', { name: /Pot/ });
    fireEvent.click(head);
    expect(names()).toEqual(['2001#', '2002#', '2010#']);
    fireEvent.click(screen.getByRole('button', { name: /Pot/ }));
    expect(names()).toEqual(['2010#', '2002#', '2001#']);
    fireEvent.click(screen.getByRole('button', { name: /Pot/ }));
    expect(names()).toEqual(['2001#', '2010#', '2002#']);
  });

  it('filters and says when nothing matches', () => {
    render(<Table />);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'zzz' } });
    expect(screen.getByText('没有与“zzz”相符的行')).toBeTruthy();
  });

  it('moves with J and K and opens with Enter, but not while a person types', () => {
    const opened = vi.fn();
    render(<Table onOpen={opened} />);
    fireEvent.keyDown(document.body, { key: 'j' });
    fireEvent.keyDown(document.body, { key: 'j' });
    fireEvent.keyDown(document.body, { key: 'Enter' });
    expect(opened).toHaveBeenLastCalledWith(POTS[1]);
    fireEvent.keyDown(document.body, { key: 'k' });
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'j' });
    fireEvent.keyDown(document.body, { key: 'Enter' });
    expect(opened).toHaveBeenLastCalledWith(POTS[0]);
  });
});

describe('a table that the server pages', () => {
  const all: Pot[] = Array.from({ length: 2_345 }, (_, i) => ({ id: i, name: `${i}#`, heat: i }));
  const asked = vi.fn((page: number, size: number) =>
    Promise.resolve({ items: all.slice(page * size, (page + 1) * size), total: all.length }),
  );
  const onSort = vi.fn();
  const server = {
    total: all.length,
    page: 0,
    size: 2,
    sort: null,
    filter: '',
    onPage: vi.fn(),
    onSort,
    onFilter: vi.fn(),
    csv: '/api/pots/export?query=a',
    ask: asked,
  };
  const show = () =>
    render(
      <DataTable
        label="pots"
        columns={COLUMNS}
        rows={all.slice(0, 2)}
        rowKey={pot => pot.id}
        exportAs="pots"
        server={server}
      />,
    );

  it('asks the server for another order and leaves the page in view as it is', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: /Heat/ }));
    expect(onSort).toHaveBeenLastCalledWith({ key: 'heat', down: false });
    expect(names()).toEqual(['0#', '1#']);
  });

  it('exports all rows: CSV by the server, a workbook from every page', async () => {
    const gone = vi.spyOn(location, 'assign').mockImplementation(() => undefined);
    const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:test');
    show();
    fireEvent.click(screen.getByRole('button', { name: 'CSV' }));
    expect(gone).toHaveBeenCalledWith('/api/pots/export?query=a');
    fireEvent.click(screen.getByRole('button', { name: 'XLSX' }));
    await waitFor(() => expect(saved).toHaveBeenCalled(), { timeout: 15_000 });
    expect(asked.mock.calls).toEqual([
      [0, 1000],
      [1, 1000],
      [2, 1000],
    ]);
  });
});

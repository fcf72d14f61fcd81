import { fireEvent, render, screen, within } from '@testing-library/react';
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

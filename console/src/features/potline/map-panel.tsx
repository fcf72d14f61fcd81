import { useRef } from 'react';
import type { PotCell, PotMap as PotMapData } from '@/shared/api/contract';
import { saveSvgPng } from '@/shared/chart/svg-png';
import { useKeys } from '@/shared/keys/keys';
import { Button } from '@/shared/ui/button';
import { download, fileName, toCsv } from '@/shared/ui/csv';
import { Panel } from '@/shared/ui/panel';
import type { Cell, Column } from '@/shared/ui/table-rows';
import { type PotlineText, usePotlineText } from './locale/texts';
import { MapLegend } from './map-legend';
import { PotMap } from './pot-map';
import { countPots, deviationOf, type Direction, neighbour, potsOf } from './pots';
import type { View } from './scales';

interface Props {
  map: PotMapData;
  view: View;
  connected: boolean;
  selected: number | null;
  onSelect(assetId: number): void;
  onOpen(assetId: number): void;
}

const ARROWS: readonly [string, Direction][] = [
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
];

/** The live map with its legend; arrow keys walk over it. */
export function MapPanel({ map, view, connected, selected, onSelect, onOpen }: Props) {
  const t = usePotlineText();
  const svg = useRef<SVGSVGElement>(null);
  const pots = potsOf(map);
  const counts = countPots(pots);
  useKeys([
    ...ARROWS.map(([keys, direction]) => ({
      keys,
      label: t(`key.${direction}`),
      act: () => {
        const next = neighbour(map, selected, direction);
        if (next) onSelect(next.assetId);
      },
    })),
    { keys: 'Enter', label: t('key.open'), act: () => selected !== null && onOpen(selected) },
  ]);
  const meta = [
    t('map.meta', { count: counts.total }),
    view === 'state' ? t('map.dash') : '',
    connected ? '' : t('map.notLive'),
  ];
  return (
    <Panel
      step={1}
      title={t('map')}
      meta={meta.filter(Boolean).join(' · ')}
      actions={
        <>
          <span className="small t3">
            {t('map.counts', {
              running: counts.running,
              startUp: counts.startUp,
              stopped: counts.stopped,
            })}
          </span>
          <Button kind="text" onClick={() => save(pots, t)}>
            {'CSV'}
          </Button>
          <Button kind="text" onClick={() => svg.current && void saveSvgPng(svg.current, 'potmap')}>
            {'PNG'}
          </Button>
        </>
      }
      footer={<MapLegend counts={counts} view={view} />}
    >
      <PotMap map={map} view={view} selected={selected} onSelect={onSelect} onOpen={onOpen} svg={svg} />
    </Panel>
  );
}

function save(pots: readonly PotCell[], t: PotlineText) {
  const column = (key: string, title: string, value: (pot: PotCell) => Cell): Column<PotCell> => ({
    key,
    title,
    value,
    render: () => null,
  });
  const columns = [
    column('number', t('column.pot'), pot => pot.number),
    column('state', t('column.state'), pot => t(`potState.${pot.state}`)),
    column('priority', t('column.priority'), pot => pot.priority),
    column('temperature', `${t('temperature')} °C`, pot => pot.temperature),
    column('deviation', `${t('view.temperature')} °C`, deviationOf),
    column('age', t('column.age'), pot => pot.temperatureAgeHours),
    column('volts', `${t('volts')} V`, pot => pot.volts),
    column('noise', `${t('noise')} mV`, pot => pot.noise),
    column('advice', t('legend.advice'), pot => pot.adviceId),
    column('work', t('column.work'), pot => pot.todayWork.join(' ')),
    column('stale', t('legend.stale'), pot => (pot.stale ? 1 : 0)),
  ];
  download(fileName('potmap', 'csv'), toCsv(columns, pots));
}

import { memo, type PointerEvent, type Ref, useMemo, useRef, useState } from 'react';
import type { PotCell, PotMap as PotMapData } from '@/shared/api/contract';
import { useSize } from '@/shared/ui/use-size';
import { usePotlineText } from './locale/texts';
import { type MapGeometry, mapGeometry } from './map-geometry';
import { PotHover } from './pot-hover';
import { PotShape } from './pot-shape';
import type { View } from './scales';
import { usePotLabel } from './use-pot-label';
import styles from './potline.module.css';

interface Props {
  map: PotMapData;
  view: View;
  selected: number | null;
  onSelect(assetId: number): void;
  onOpen(assetId: number): void;
  svg?: Ref<SVGSVGElement>;
}

const potAt = (event: { target: EventTarget }) =>
  Number((event.target as Element).closest?.('[data-pot]')?.getAttribute('data-pot')) || null;

/** Every pot of a line where it stands in its hall. Fills its parent. */
export function PotMap({ map, view, selected, onSelect, onOpen, svg }: Props) {
  const t = usePotlineText();
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const [hovered, setHovered] = useState<number | null>(null);
  const geometry = useMemo(() => mapGeometry(map, width, height), [map, width, height]);
  const hover = (event: PointerEvent) => setHovered(potAt(event));
  const act = (event: { target: EventTarget }, what: (assetId: number) => void) => {
    const pot = potAt(event);
    if (pot !== null) what(pot);
  };
  const place = hovered === null ? null : placeOf(map, hovered);
  return (
    <div className={styles.map} ref={box}>
      {width > 0 && (
        <svg
          ref={svg}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="grid"
          aria-label={t('map')}
          aria-activedescendant={selected === null ? undefined : `pot-${selected}`}
          tabIndex={0}
          onPointerOver={hover}
          onPointerLeave={() => setHovered(null)}
          onClick={event => act(event, onSelect)}
          onDoubleClick={event => act(event, onOpen)}
        >
          <defs>
            <pattern
              id="pot-stale"
              width={5}
              height={5}
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width={5} height={5} fill="var(--process-stopped)" />
              <rect width={1.5} height={5} fill="var(--process-rest2)" />
            </pattern>
          </defs>
          <Pots map={map} geometry={geometry} view={view} selected={selected} />
        </svg>
      )}
      {place && <PotHover pot={place.pot} place={place} geometry={geometry} width={width} height={height} />}
    </div>
  );
}

interface PotsProps {
  map: PotMapData;
  geometry: MapGeometry;
  view: View;
  selected: number | null;
}

/** Apart from the pointer's doings, so that hovering draws nothing again. */
const Pots = memo(function Pots({ map, geometry, view, selected }: PotsProps) {
  const label = usePotLabel();
  return (
    <>
      <ColumnNumbers geometry={geometry} />
      {map.rows.map((row, i) => (
        <g key={`${row.hall}-${row.pots[0]?.assetId}`} role="row">
          <RowName row={row} y={geometry.y(i) + geometry.rowHeight / 2} />
          {row.pots.map((pot, column) => (
            <PotShape
              key={pot.assetId}
              pot={pot}
              x={geometry.x(column)}
              y={geometry.y(i)}
              width={geometry.potWidth}
              height={geometry.rowHeight}
              view={view}
              selected={pot.assetId === selected}
              label={label(pot)}
            />
          ))}
        </g>
      ))}
    </>
  );
});

function placeOf(map: PotMapData, assetId: number) {
  for (const [row, { pots }] of map.rows.entries()) {
    const column = pots.findIndex(pot => pot.assetId === assetId);
    const pot = pots[column];
    if (pot) return { row, column, pot };
  }
  return null;
}

function ColumnNumbers({ geometry }: { geometry: MapGeometry }) {
  const shown = Array.from({ length: geometry.columns }, (_, i) => i).filter(
    i => i % 10 === 0 || i === geometry.columns - 1,
  );
  return shown.map(i => (
    <text
      key={i}
      className="axis"
      x={geometry.x(i) + geometry.potWidth / 2}
      y={10}
      textAnchor="middle"
      aria-hidden
    >
      {String(i + 1).padStart(2, '0')}
    </text>
  ));
}

function RowName({ row, y }: { row: PotMapData['rows'][number]; y: number }) {
  const t = usePotlineText();
  const first: PotCell | undefined = row.pots[0];
  return (
    <g role="rowheader">
      <text className={styles.hall} x={0} y={y - 2}>
        {row.hall ? t('map.hall', { hall: row.hall }) : row.label}
      </text>
      <text className="axis" x={0} y={y + 13}>
        {first && t('map.from', { number: first.number })}
      </text>
    </g>
  );
}

import type { Asset } from '@/shared/api/contract';
import type { ColumnMapping, Mapping, Preview, PreviewColumn } from './api';

/** What a person wants of each column, by its name. */
export type Wishes = Readonly<Record<string, ColumnMapping>>;

/** Where new tags are made when nothing else is said. */
export interface Place {
  assetId: number | null;
  prefix: string;
}

export const placeOf = (path: readonly Asset[]): Place => ({
  assetId: path.at(-1)?.id ?? null,
  prefix: path
    .slice(-2)
    .map(asset => asset.code)
    .join('.'),
});

export const canMap = (column: PreviewColumn) => column.kind !== 'TIME';

export const isUsed = (wish: ColumnMapping | undefined) =>
  Boolean(wish && !wish.skip && (wish.tagId || wish.newTag));

/** A name without its unit in brackets. */
const bare = (name: string) => name.replace(/\s*[[(（][^\])）]*[\])）]\s*$/, '').trim() || name;

export function freshTag(column: PreviewColumn, place: Place): ColumnMapping {
  const label = bare(column.name);
  return {
    column: column.name,
    newTag: {
      name: [place.prefix, label].filter(Boolean).join('.'),
      assetId: place.assetId ?? 0,
      unit: column.kind === 'TEXT' ? '' : (column.unit ?? ''),
      label: { zh: label, en: label },
    },
    unit: column.kind === 'TEXT' ? null : (column.unit ?? ''),
  };
}

/** What the server proposes: the last file with these columns, or columns named like tags. */
export function proposed(preview: Preview, mapping: Mapping | null | undefined): Wishes {
  const known = new Map((mapping?.columns ?? []).map(one => [one.column, one]));
  return Object.fromEntries(
    preview.columns
      .filter(canMap)
      .map(column => [column.name, known.get(column.name) ?? { column: column.name, skip: true }]),
  );
}

/** Every column that goes nowhere yet becomes a new tag; those that are mapped stay. */
export function restAsNew(preview: Preview, wishes: Wishes, place: Place): Wishes {
  return Object.fromEntries(
    preview.columns
      .filter(column => canMap(column) && column.kind !== 'EMPTY')
      .map(column => {
        const wish = wishes[column.name];
        return [column.name, wish && isUsed(wish) ? wish : freshTag(column, place)];
      }),
  );
}

/** Columns whose wish cannot be sent yet: a new tag without asset or name. */
export function unfinished(wishes: Wishes) {
  return Object.values(wishes)
    .filter(wish => isUsed(wish) && wish.newTag && (!wish.newTag.assetId || !wish.newTag.name.trim()))
    .map(wish => wish.column);
}

/** The body of start: the file read as the preview shows it, and every column's fate. */
export function toRequest(preview: Preview, wishes: Wishes): Mapping {
  return {
    separator: preview.separator,
    timeColumn: preview.timeColumn,
    timeFormat: preview.timeFormat,
    zone: preview.zone,
    decimalComma: preview.separator ? preview.decimalComma : null,
    encoding: preview.encoding,
    header: preview.separator ? preview.header : null,
    skipLines: preview.skipLines,
    columns: preview.columns
      .filter(canMap)
      .map(column => wishes[column.name] ?? { column: column.name, skip: true }),
  };
}

import type {
  Asset,
  ImportColumn,
  ImportMapping,
  ImportPreview,
  ImportPreviewColumn,
} from '@/shared/api/contract';

/** What a person wants of each column, by its name. */
export type Wishes = Readonly<Record<string, ImportColumn>>;

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

export const canMap = (column: ImportPreviewColumn) => column.kind !== 'TIME';

export const isUsed = (wish: ImportColumn | undefined) =>
  Boolean(wish && !wish.skip && (wish.tagId || wish.newTag));

/** A name without its unit in brackets. */
const bare = (name: string) => name.replace(/\s*[[(（][^\])）]*[\])）]\s*$/, '').trim() || name;

export function freshTag(column: ImportPreviewColumn, place: Place): ImportColumn {
  const label = bare(column.name);
  return {
    column: column.name,
    newTag: {
      name: [place.prefix, label].filter(Boolean).join('.'),
      assetId: place.assetId ?? 0,
      unit: column.kind === 'TEXT' ? '' : column.unit,
      label: { zh: label, en: label },
    },
    unit: column.kind === 'TEXT' ? undefined : column.unit,
  };
}

/** What the server proposes: the last file with these columns, or columns named like tags. */
export function proposed(preview: ImportPreview, mapping: ImportMapping | null | undefined): Wishes {
  const known = new Map((mapping?.columns ?? []).map(one => [one.column, one]));
  return Object.fromEntries(
    preview.columns
      .filter(canMap)
      .map(column => [column.name, known.get(column.name) ?? { column: column.name, skip: true }]),
  );
}

/** Every column that goes nowhere yet becomes a new tag; those that are mapped stay. */
export function restAsNew(preview: ImportPreview, wishes: Wishes, place: Place): Wishes {
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
export function toRequest(preview: ImportPreview, wishes: Wishes): ImportMapping {
  return {
    separator: preview.separator,
    timeColumn: preview.timeColumn,
    timeFormat: preview.timeFormat,
    zone: preview.zone,
    decimalComma: preview.separator ? preview.decimalComma : undefined,
    encoding: preview.encoding,
    header: preview.separator ? preview.header : undefined,
    skipLines: preview.skipLines,
    columns: preview.columns
      .filter(canMap)
      .map(column => wishes[column.name] ?? { column: column.name, skip: true }),
  };
}

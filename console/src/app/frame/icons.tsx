/** Icons of the rail, drawn on a 20 px grid with one line width. */
const PATHS = {
  overview: 'M3 3h6v6H3zM11 3h6v4h-6zM11 9h6v8h-6zM3 11h6v6H3z',
  potline: 'M2 6.5h16M4 6.5V15h12V6.5M7 3.5v6M10 3.5v6M13 3.5v6M6.5 12.5h7',
  scheduling: 'M3 4h8v3H3zM8 9h7v3H8zM12 14h5v3h-5zM3 10v7',
  trends: 'M3 3v14h14M5.5 13l3-4 3 2 5-6',
  alarms: 'M10 3a5 5 0 0 1 5 5v4l2 3H3l2-3V8a5 5 0 0 1 5-5zM8.5 17.5h3',
  advice: 'M10 2.5a5 5 0 0 1 3 9v2.5H7v-2.5a5 5 0 0 1 3-9zM7.5 17h5M10 14v-4M8.5 8.5L10 10l1.5-1.5',
  events: 'M4 4.5h12v12H4zM4 8h12M7.5 2.5v4M12.5 2.5v4M7 11h2.5v2.5H7z',
  models: 'M10 3v4M10 13v4M3 10h4M13 10h4M10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  streams: 'M3 6h3l2 8 3-11 2 7h4M14.5 13.5l3 3M17.5 13.5l-3 3',
  assets: 'M8 3h4v4H8zM2.5 13h4v4h-4zM13.5 13h4v4h-4zM10 7v3M4.5 13v-3h11v3',
  connections: 'M7 3v4M13 3v4M5 7h10v3a5 5 0 0 1-10 0zM10 15v3',
  imports: 'M10 3v9M6.5 8.5L10 12l3.5-3.5M3 13v4h14v-4',
  users: 'M10 3.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM4 17c0-6 12-6 12 0z',
  about: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 9v5M10 6v.5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      width={20}
      height={20}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark of Kunan: an ore block held in a frame. */
export function BrandMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <path
        d="M3 3h8v3H6v5H3zM13 3h8v8h-3V6h-5zM3 13h3v5h5v3H3zM18 13h3v8h-8v-3h5z"
        fill="var(--text-secondary)"
      />
      <path d="M9.5 9.5h5v5h-5z" fill="var(--accent)" />
    </svg>
  );
}

export function SearchIcon() {
  return (
    <svg
      width={14}
      height={14}
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      aria-hidden
    >
      <circle cx={6} cy={6} r={4} />
      <path d="M9 9l4 4" />
    </svg>
  );
}

const PATHS = {
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.4 10.4l3.1 3.1',
  close: 'm4 4 8 8M12 4l-8 8',
  back: 'M13 8H3.5M7.5 3.8 3.3 8l4.2 4.2',
  forward: 'M3 8h9.5M8.5 3.8 12.7 8l-4.2 4.2',
  up: 'm4 9.8 4-4 4 4',
  down: 'm4 6.2 4 4 4-4',
  save: 'M4.5 2.5h7v11L8 10.8l-3.5 2.7z',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  check: 'm3.2 8.6 3.2 3.2 6.4-7.4',
  panel: 'M2.5 3h11v10h-11zM9.5 3v10',
  out: 'M6 3.5H3.5v9h9V10M9 3h4v4M13 3 7.6 8.4',
  page: 'M4 2.5h5.5L12 5v8.5H4zM6 7h4M6 9.5h4',
  library: 'M3 2.5v11M6 2.5v11M8.6 3.1l3.9 10.2M2 13.5h11.5',
  compare: 'M2.5 3h4.5v10H2.5zM9 3h4.5v10H9z',
  cite: 'M6.5 4.5C4.6 5.3 3.5 6.7 3.5 8.6v2.9h3V8.3h-3M12.5 4.5c-1.9.8-3 2.2-3 4.1v2.9h3V8.3h-3',
  download: 'M8 2.5v7.2M4.8 6.8 8 10l3.2-3.2M3 13.5h10',
  tag: 'M2.5 2.5h5l6 6-5 5-6-6zM5.3 5.3h.01',
  pin: 'M6 2.5h4l-.6 4 2.1 2.3h-7L6.6 6.5zM8 9v4.5',
  clock: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM8 5v3.2l2.2 1.5',
  seen: 'M1.8 8S4 4 8 4s6.2 4 6.2 4S12 12 8 12 1.8 8 1.8 8ZM8 9.6a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2Z',
  note: 'M3 3h10v7l-3 3H3zM5.5 6.2h5M5.5 8.8h3',
  dot: 'M8 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z',
} as const;

export type IconName = keyof typeof PATHS;

/** Icons that point along the line turn round in right-to-left text. */
const TURNING: readonly IconName[] = ['back', 'forward', 'panel', 'out', 'cite'];

/** A drawn sign beside a text, or in a button that has a name of its own: screen readers pass over it. */
export function Icon({ name, filled }: { name: IconName; filled?: boolean }) {
  const classes = ['icon', filled && 'icon-filled', TURNING.includes(name) && 'icon-turning'].filter(Boolean).join(' ');
  return (
    <svg class={classes} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

import { isListed, type SitePattern } from './sites';

/** What a reader can choose. Defaults live here, changes in storage.local, so that a better default reaches everyone without an opinion. */
export interface Settings {
  /** Off everywhere: nothing is marked, nothing offered; popup, panel and menu still answer. */
  enabled: boolean;
  /** Marks are painted and the selection button offered by itself, or only when asked (menu, command, popup). */
  onlyWhenAsked: boolean;
  /** Sites where Sidelight keeps still; and, where there are any, the only ones where it does not. */
  offSites: SitePattern[];
  onlySites: SitePattern[];
  /** What is marked on pages. What is not marked is listed in popup and panel all the same. */
  marks: 'none' | 'titles' | 'names' | 'all';
  /** Marks of papers that are saved or were read before are painted paler. */
  dimKnown: boolean;
  /** What looks a selection up: the small button, a key held or tapped, a double click, the selection itself, or only menu and command. */
  trigger: 'button' | 'key' | 'double' | 'at-once' | 'menu';
  triggerKey: 'Alt' | 'Control' | 'Shift';
  theme: 'system' | 'light' | 'dark';
  /** The card goes by the theme above, or by how light the page is. */
  cardTheme: 'theme' | 'page';
  /** Of all text of ours, in percent. */
  textSize: number;
  /** Of abstracts in the reading view, beside that. */
  readingSize: 'small' | 'medium' | 'large' | 'huge';
  /** Languages whose names of concepts are not looked for. */
  offLanguages: string[];
  /** Remembers which papers were read, and the last queries. */
  keepSeen: boolean;
  keepRecent: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  enabled: true,
  onlyWhenAsked: false,
  offSites: [],
  onlySites: [],
  marks: 'all',
  dimKnown: true,
  trigger: 'button',
  triggerKey: 'Alt',
  theme: 'system',
  cardTheme: 'theme',
  textSize: 100,
  readingSize: 'medium',
  offLanguages: [],
  keepSeen: true,
  keepRecent: true,
};

/** The choices of each setting that has some, in the order they are shown. */
export const CHOICES = {
  marks: ['none', 'titles', 'names', 'all'],
  trigger: ['button', 'key', 'double', 'at-once', 'menu'],
  triggerKey: ['Alt', 'Control', 'Shift'],
  theme: ['system', 'light', 'dark'],
  cardTheme: ['theme', 'page'],
  textSize: [90, 100, 110, 125, 150],
  readingSize: ['small', 'medium', 'large', 'huge'],
} as const satisfies { [K in keyof Settings]?: readonly Settings[K][] };

export const SITES_MAX = 5000;
const TEXT_MAX = 260;

const flag = (value: unknown) => (typeof value === 'boolean' ? value : undefined);
const texts = (max: number) => (value: unknown) =>
  Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string' && one.length <= TEXT_MAX).slice(0, max)
    : undefined;
const oneOf =
  <T>(choices: readonly T[]) =>
  (value: unknown) =>
    choices.find((choice) => choice === value);

/** How each setting is read; undefined where a value is none of it. */
const READERS: { [K in keyof Settings]: (value: unknown) => Settings[K] | undefined } = {
  enabled: flag,
  onlyWhenAsked: flag,
  offSites: texts(SITES_MAX),
  onlySites: texts(SITES_MAX),
  marks: oneOf(CHOICES.marks),
  dimKnown: flag,
  trigger: oneOf(CHOICES.trigger),
  triggerKey: oneOf(CHOICES.triggerKey),
  theme: oneOf(CHOICES.theme),
  cardTheme: oneOf(CHOICES.cardTheme),
  textSize: oneOf(CHOICES.textSize),
  readingSize: oneOf(CHOICES.readingSize),
  offLanguages: texts(200),
  keepSeen: flag,
  keepRecent: flag,
};
const NAMES = Object.keys(READERS) as (keyof Settings)[];

/** Settings from whatever storage holds: unknown fields are dropped, wrong ones fall back to the default. */
export function readSettings(stored: unknown): Settings {
  const from = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const name of NAMES) {
    const value = Object.hasOwn(from, name) ? READERS[name](from[name]) : undefined;
    if (value !== undefined) settings[name] = value;
  }
  return settings as unknown as Settings;
}

/** What the reader chose: all that is not as the defaults have it. */
export function changesOf(settings: Settings): Partial<Settings> {
  const same = (name: keyof Settings) => JSON.stringify(settings[name]) === JSON.stringify(DEFAULT_SETTINGS[name]);
  return Object.fromEntries(NAMES.filter((name) => !same(name)).map((name) => [name, settings[name]]));
}

/** The part of an address that a site is switched off by; '' for pages without a host, such as files. */
export function siteOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return '';
  }
}

export function isOn(settings: Settings, site: string): boolean {
  const { enabled, offSites, onlySites } = settings;
  return enabled && !isListed(offSites, site) && (!onlySites.length || isListed(onlySites, site));
}

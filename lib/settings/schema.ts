/** What a reader can choose. Defaults live here, changes in storage.local, so that a better default reaches everyone without an opinion. */
export interface Settings {
  /** Off everywhere: nothing is marked, nothing offered; popup, panel and menu still answer. */
  enabled: boolean;
  /** Marks are painted and the selection button offered by itself, or only when asked (menu, command, popup). */
  onlyWhenAsked: boolean;
  /** Host names where Sidelight keeps still. */
  offSites: string[];
  /** What is marked on pages. */
  marks: 'titles' | 'names' | 'all';
  theme: 'system' | 'light' | 'dark';
  /** Remembers which papers were read, and the last queries. */
  keepSeen: boolean;
  keepRecent: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  enabled: true,
  onlyWhenAsked: false,
  offSites: [],
  marks: 'all',
  theme: 'system',
  keepSeen: true,
  keepRecent: true,
};

const CHOICES = { marks: ['titles', 'names', 'all'], theme: ['system', 'light', 'dark'] } as const;

/** Settings from whatever storage holds: unknown fields are dropped, wrong ones fall back to the default. */
export function readSettings(stored: unknown): Settings {
  const from = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const settings = { ...DEFAULT_SETTINGS };
  if (typeof from['enabled'] === 'boolean') settings.enabled = from['enabled'];
  if (typeof from['onlyWhenAsked'] === 'boolean') settings.onlyWhenAsked = from['onlyWhenAsked'];
  if (typeof from['keepSeen'] === 'boolean') settings.keepSeen = from['keepSeen'];
  if (typeof from['keepRecent'] === 'boolean') settings.keepRecent = from['keepRecent'];
  if (Array.isArray(from['offSites']))
    settings.offSites = from['offSites'].filter((site) => typeof site === 'string').slice(0, 5000);
  const marks = CHOICES.marks.find((choice) => choice === from['marks']);
  if (marks) settings.marks = marks;
  const theme = CHOICES.theme.find((choice) => choice === from['theme']);
  if (theme) settings.theme = theme;
  return settings;
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
  return settings.enabled && !settings.offSites.includes(site);
}

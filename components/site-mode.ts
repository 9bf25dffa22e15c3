import type { Settings } from '../lib/settings/schema';

/** How Sidelight behaves on the site in front, as one choice. */
export type SiteMode = 'on' | 'asked' | 'off-site' | 'off';
export const SITE_MODES: readonly SiteMode[] = ['on', 'asked', 'off-site', 'off'];

export function modeOf(settings: Settings, site: string): SiteMode {
  if (!settings.enabled) return 'off';
  if (settings.offSites.includes(site)) return 'off-site';
  return settings.onlyWhenAsked ? 'asked' : 'on';
}

/** The settings after a choice. Switching a site off leaves the others as they are. */
export function withMode(settings: Settings, site: string, mode: SiteMode): Settings {
  const others = settings.offSites.filter((one) => one !== site);
  switch (mode) {
    case 'off':
      return { ...settings, enabled: false };
    case 'off-site':
      return site ? { ...settings, enabled: true, offSites: [...others, site] } : settings;
    case 'asked':
      return { ...settings, enabled: true, onlyWhenAsked: true, offSites: others };
    case 'on':
      return { ...settings, enabled: true, onlyWhenAsked: false, offSites: others };
  }
}

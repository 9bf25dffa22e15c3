import type { Settings } from '../lib/settings/schema';
import { fits, isListed } from '../lib/settings/sites';

/** How Sidelight behaves on the site in front, as one choice. */
export type SiteMode = 'on' | 'asked' | 'off-site' | 'off';
export const SITE_MODES: readonly SiteMode[] = ['on', 'asked', 'off-site', 'off'];

export function modeOf(settings: Settings, site: string): SiteMode {
  if (!settings.enabled) return 'off';
  const { offSites, onlySites } = settings;
  if (isListed(offSites, site) || (onlySites.length && !isListed(onlySites, site))) return 'off-site';
  return settings.onlyWhenAsked ? 'asked' : 'on';
}

/** The settings after a choice. Switching a site off leaves the others as they are; switching it on takes the patterns off that kept it still. */
export function withMode(settings: Settings, site: string, mode: SiteMode): Settings {
  const others = settings.offSites.filter((pattern) => !fits(pattern, site));
  const { onlySites: only } = settings;
  const onlySites = only.length && site && !isListed(only, site) ? [...only, site] : only;
  switch (mode) {
    case 'off':
      return { ...settings, enabled: false };
    case 'off-site':
      return site ? { ...settings, enabled: true, offSites: [...others, site] } : settings;
    case 'asked':
      return { ...settings, enabled: true, onlyWhenAsked: true, offSites: others, onlySites };
    case 'on':
      return { ...settings, enabled: true, onlyWhenAsked: false, offSites: others, onlySites };
  }
}

/** A site in a list: a host without its "www.", or `*.host` for a host and everything below it. */
export type SitePattern = string;

/** What a reader writes or pastes, as a pattern; undefined where it is no site. Takes addresses, hosts, and hosts with `*.` before them. */
export function readPattern(text: string): SitePattern | undefined {
  const host = text
    .trim()
    .replace(/^(?:\*|[a-z][a-z0-9+.-]*):\/\//i, '')
    .split(/[/?#]/)[0]!;
  const below = host.startsWith('*.');
  const name = below ? host.slice(2) : host;
  if (!name || /[\s*,;]/.test(name) || /^\d+$/.test(name)) return undefined;
  try {
    const { hostname, username } = new URL(`http://${name}`);
    const clean = hostname.replace(/^www\./, '').replace(/\.$/, '');
    if (!clean || username || /[*%]/.test(clean)) return undefined;
    return below ? `*.${clean}` : clean;
  } catch {
    return undefined;
  }
}

/** Whether a site, as `siteOf` names it, is one of these. */
export function isListed(patterns: readonly SitePattern[], site: string): boolean {
  return site !== '' && patterns.some((pattern) => fits(pattern, site));
}

export function fits(pattern: SitePattern, site: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === site;
  const host = pattern.slice(2);
  return site === host || site.endsWith(`.${host}`);
}

import { describe, expect, it } from 'vitest';
import { modeOf, type SiteMode, withMode } from '../../components/site-mode';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/schema';

const settings = (more: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...more });

describe('modeOf', () => {
  it.each<{ more: Partial<Settings>; wants: SiteMode }>([
    { more: {}, wants: 'on' },
    { more: { onlyWhenAsked: true }, wants: 'asked' },
    { more: { offSites: ['a.org'] }, wants: 'off-site' },
    { more: { offSites: ['*.org'] }, wants: 'off-site' },
    { more: { onlySites: ['b.org'] }, wants: 'off-site' },
    { more: { onlySites: ['a.org'] }, wants: 'on' },
    { more: { enabled: false, offSites: ['a.org'] }, wants: 'off' },
  ])('with $more it is $wants', ({ more, wants }) => expect(modeOf(settings(more), 'a.org')).toBe(wants));
});

describe('withMode', () => {
  it.each<{ more: Partial<Settings>; mode: SiteMode; wants: Partial<Settings>; because: string }>([
    { more: {}, mode: 'off-site', wants: { offSites: ['a.org'] }, because: 'one site more' },
    { more: { offSites: ['a.org', 'b.org'] }, mode: 'on', wants: { offSites: ['b.org'] }, because: 'others stay' },
    { more: { offSites: ['*.a.org'] }, mode: 'on', wants: { offSites: [] }, because: 'the pattern kept it still' },
    {
      more: { onlySites: ['b.org'] },
      mode: 'on',
      wants: { onlySites: ['b.org', 'a.org'] },
      because: 'on the only-on list',
    },
    { more: { onlySites: ['*.a.org'] }, mode: 'on', wants: { onlySites: ['*.a.org'] }, because: 'there already' },
    { more: {}, mode: 'on', wants: { onlySites: [] }, because: 'no list, none begun' },
    { more: { enabled: false }, mode: 'asked', wants: { enabled: true, onlyWhenAsked: true }, because: 'on again' },
  ])('$mode with $more: $because', ({ more, mode, wants }) => {
    expect(withMode(settings(more), 'a.org', mode)).toMatchObject(wants);
  });
});

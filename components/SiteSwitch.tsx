import { useId } from 'preact/hooks';
import { SITE_MODES, type SiteMode } from './site-mode';
import { type MessageKey, t } from './strings';
import { useChosen } from './use-chosen';

const LABELS: Record<SiteMode, MessageKey> = {
  on: 'modeOn',
  asked: 'modeAsked',
  'off-site': 'modeOffSite',
  off: 'modeOff',
};

interface Props {
  /** '' for pages that are no site. */
  site: string;
  mode: SiteMode;
  onMode: (mode: SiteMode) => void;
}

/** On, only when asked, off on this site, off everywhere: one click each. */
export function SiteSwitch({ site, mode, onMode }: Props) {
  const name = useId();
  const [chosen, choose] = useChosen(mode, onMode);
  const hints: Record<SiteMode, string> = {
    on: t('modeOnHint'),
    asked: t('modeAskedHint'),
    'off-site': site ? t('modeOffSiteHint', site) : t('modeNoSite'),
    off: t('modeOffHint'),
  };
  return (
    <fieldset class="site-switch">
      <legend class="hidden">{t('modeLabel')}</legend>
      {SITE_MODES.map((one) => (
        <label key={one} class="segment" title={hints[one]}>
          <input
            type="radio"
            name={name}
            checked={one === chosen}
            disabled={one === 'off-site' && !site}
            onChange={() => choose(one)}
          />
          <span>{t(LABELS[one])}</span>
        </label>
      ))}
    </fieldset>
  );
}

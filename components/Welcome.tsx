import type { Settings } from '../lib/settings/schema';
import { Radios } from './options/controls';
import { type Shortcut, ShortcutTable } from './options/Shortcuts';
import { t } from './strings';

/** How loud Sidelight is, as a newcomer is asked. */
const LOUDNESS = ['full', 'quiet', 'asked'] as const;
type Loudness = (typeof LOUDNESS)[number];
const MEANS: Record<Loudness, Partial<Settings>> = {
  full: { onlyWhenAsked: false, marks: 'all', trigger: 'button' },
  quiet: { onlyWhenAsked: false, marks: 'titles', trigger: 'key' },
  asked: { onlyWhenAsked: true, marks: 'all', trigger: 'button' },
};

export interface WelcomeState {
  settings: Settings;
  shortcuts: readonly Shortcut[];
  optionsPage: string;
  proofPage: string;
}

interface Props {
  state: WelcomeState;
  change: (change: Partial<Settings>) => void;
}

/** The one page after installing: try it, say how loud it should be, the keys, privacy. */
export function Welcome({ state: { settings, shortcuts, optionsPage, proofPage }, change }: Props) {
  const fits = (loudness: Loudness) =>
    Object.entries(MEANS[loudness]).every(([name, value]) => settings[name as keyof Settings] === value);
  // A choice of one's own, made in the settings, is none of these.
  const chosen = LOUDNESS.find(fits) ?? ('' as Loudness);
  return (
    <main class="welcome">
      <header class="welcome-head">
        <p class="welcome-name">{t('extName')}</p>
        <h1>{t('welcomeTitle')}</h1>
        <p class="lead">{t('welcomeLead')}</p>
      </header>
      <section class="opt-section" aria-labelledby="try">
        <h2 id="try">{t('welcomeTry')}</h2>
        <p class="opt-hint">{t('welcomeTryHint')}</p>
        <blockquote class="demo" lang="en" dir="ltr">
          <p>
            Transfer between languages is measured on XTREME and AmericasNLI, and with pictures on xGQA. Since “On the
            Cross-lingual Transferability of Monolingual Representations”, code-switching and instruction tuning have
            become topics of their own.
          </p>
          <p lang="de">Wer über Kodewechsel liest, findet hier englische Aufsätze dazu.</p>
        </blockquote>
        <ol class="steps">
          <li>{t('welcomeHover')}</li>
          <li>{t('welcomeSelect')}</li>
          <li>{t('welcomePopup')}</li>
        </ol>
      </section>
      <section class="opt-section" aria-labelledby="loud">
        <h2 id="loud">{t('welcomeLoud')}</h2>
        <div class="opt-sheet opt-row">
          <Radios
            label={t('welcomeLoud')}
            choices={LOUDNESS}
            value={chosen}
            labelOf={(one) => t(({ full: 'loudFull', quiet: 'loudQuiet', asked: 'loudAsked' } as const)[one])}
            hintOf={(one) =>
              t(({ full: 'loudFullHint', quiet: 'loudQuietHint', asked: 'loudAskedHint' } as const)[one])
            }
            onChange={(one) => change(MEANS[one])}
          />
        </div>
        <p class="opt-hint">
          {t('welcomeOff')} <a href={optionsPage}>{t('welcomeSettings')}</a>
        </p>
      </section>
      <section class="opt-section" aria-labelledby="keys">
        <h2 id="keys">{t('welcomeKeys')}</h2>
        <div class="opt-sheet opt-row">
          <ShortcutTable shortcuts={shortcuts} />
        </div>
      </section>
      <section class="opt-section" aria-labelledby="private">
        <h2 id="private">{t('welcomePrivate')}</h2>
        <ul class="promises">
          <li>{t('welcomePrivateNet')}</li>
          <li>{t('welcomePrivateHere')}</li>
          <li>{t('welcomePrivateLinks')}</li>
        </ul>
        <p>
          <a class="button" href={proofPage}>
            {t('welcomeProof')}
          </a>
        </p>
      </section>
    </main>
  );
}

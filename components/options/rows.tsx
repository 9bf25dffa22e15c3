import type { ComponentChild } from 'preact';
import { CHOICES, type Settings } from '../../lib/settings/schema';
import { count, type MessageKey, t } from '../strings';
import { Radios, Row, Segments, Switch } from './controls';
import { DataRows } from './Data';
import { Languages } from './Languages';
import type { OptionsActs, OptionsState } from './Options';
import { Sample } from './Sample';
import { ShortcutTable } from './Shortcuts';
import { SiteList } from './SiteList';

export type SectionName =
  | 'marks'
  | 'lookup'
  | 'sites'
  | 'look'
  | 'languages'
  | 'history'
  | 'shortcuts'
  | 'library'
  | 'data'
  | 'about';

export const SECTIONS: Record<SectionName, MessageKey> = {
  marks: 'secMarks',
  lookup: 'secLookup',
  sites: 'secSites',
  look: 'secLook',
  languages: 'secLanguages',
  history: 'secHistory',
  shortcuts: 'secShortcuts',
  library: 'tabLibrary',
  data: 'secData',
  about: 'secAbout',
};

/** One line of the settings page, and the strings it is found by. */
export interface SettingRow {
  section: SectionName;
  key: string;
  found: readonly MessageKey[];
  draw: (state: OptionsState, actions: OptionsActs) => ComponentChild;
}

const MARKS: Record<Settings['marks'], MessageKey> = {
  none: 'marksNone',
  titles: 'marksTitles',
  names: 'marksNames',
  all: 'marksAll',
};
const TRIGGERS: Record<Settings['trigger'], [MessageKey, MessageKey]> = {
  button: ['triggerButton', 'triggerButtonHint'],
  key: ['triggerKey', 'triggerKeyHint'],
  double: ['triggerDouble', 'triggerDoubleHint'],
  'at-once': ['triggerAtOnce', 'triggerAtOnceHint'],
  menu: ['triggerMenu', 'triggerMenuHint'],
};
const THEMES: Record<Settings['theme'], MessageKey> = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' };
const CARD_THEMES: Record<Settings['cardTheme'], MessageKey> = { theme: 'cardThemeSame', page: 'cardThemePage' };
/** Of the usual size, as views.css has it. */
const READING: Record<Settings['readingSize'], number> = { small: 90, medium: 100, large: 120, huge: 140 };
/** As keyboards write them. */
const KEYS: Record<Settings['triggerKey'], string> = { Alt: 'Alt', Control: 'Ctrl', Shift: 'Shift' };

/** A setting that is on or off. */
const toggle = (
  section: SectionName,
  key: 'enabled' | 'onlyWhenAsked' | 'dimKnown' | 'keepSeen' | 'keepRecent',
  title: MessageKey,
  hint: MessageKey,
): SettingRow => ({
  section,
  key,
  found: [title, hint],
  draw: ({ settings }, { change }) => (
    <Row title={t(title)} hint={t(hint)}>
      <Switch label={t(title)} on={settings[key]} onChange={(on) => change({ [key]: on })} />
    </Row>
  ),
});

export const ROWS: readonly SettingRow[] = [
  toggle('marks', 'enabled', 'optEnabled', 'optEnabledHint'),
  toggle('marks', 'onlyWhenAsked', 'optAsked', 'optAskedHint'),
  {
    section: 'marks',
    key: 'marks',
    found: ['optMarks', 'optMarksHint', ...Object.values(MARKS)],
    draw: ({ settings: { marks } }, { change }) => (
      <Row title={t('optMarks')} hint={t('optMarksHint')} below>
        <Segments
          label={t('optMarks')}
          choices={CHOICES.marks}
          value={marks}
          labelOf={(choice) => t(MARKS[choice])}
          onChange={(choice) => change({ marks: choice })}
        />
        <Sample marks={marks} />
      </Row>
    ),
  },
  toggle('marks', 'dimKnown', 'optDim', 'optDimHint'),
  {
    section: 'lookup',
    key: 'trigger',
    found: ['optTrigger', ...Object.values(TRIGGERS).flat()],
    draw: ({ settings: { trigger, triggerKey } }, { change }) => (
      <Row title={t('optTrigger')} below>
        <Radios
          label={t('optTrigger')}
          choices={CHOICES.trigger}
          value={trigger}
          labelOf={(choice) => t(TRIGGERS[choice][0])}
          hintOf={(choice) => t(TRIGGERS[choice][1])}
          more={(choice) =>
            choice === 'key' && (
              <Segments
                label={t('triggerKey')}
                choices={CHOICES.triggerKey}
                value={triggerKey}
                labelOf={(key) => KEYS[key]}
                onChange={(key) => change({ triggerKey: key })}
              />
            )
          }
          onChange={(choice) => change({ trigger: choice })}
        />
      </Row>
    ),
  },
  {
    section: 'sites',
    key: 'offSites',
    found: ['optOffSites', 'optOffSitesHint'],
    draw: ({ settings: { offSites } }, { change, siteRemoved }) => (
      <Row title={t('optOffSites')} hint={t('optOffSitesHint')} below>
        <SiteList
          label={t('optOffSites')}
          empty={t('optOffSitesNone')}
          sites={offSites}
          onChange={(sites, removed) => (removed ? siteRemoved('offSites', removed) : change({ offSites: sites }))}
        />
      </Row>
    ),
  },
  {
    section: 'sites',
    key: 'onlySites',
    found: ['optOnlySites', 'optOnlySitesHint'],
    draw: ({ settings: { onlySites } }, { change, siteRemoved }) => (
      <Row title={t('optOnlySites')} hint={t('optOnlySitesHint')} below>
        <SiteList
          label={t('optOnlySites')}
          empty={t('optOnlySitesNone')}
          sites={onlySites}
          onChange={(sites, removed) => (removed ? siteRemoved('onlySites', removed) : change({ onlySites: sites }))}
        />
      </Row>
    ),
  },
  {
    section: 'look',
    key: 'theme',
    found: ['optTheme', ...Object.values(THEMES)],
    draw: ({ settings: { theme } }, { change }) => (
      <Row title={t('optTheme')}>
        <Segments
          label={t('optTheme')}
          choices={CHOICES.theme}
          value={theme}
          labelOf={(choice) => t(THEMES[choice])}
          onChange={(choice) => change({ theme: choice })}
        />
      </Row>
    ),
  },
  {
    section: 'look',
    key: 'cardTheme',
    found: ['optCardTheme', ...Object.values(CARD_THEMES)],
    draw: ({ settings: { cardTheme } }, { change }) => (
      <Row title={t('optCardTheme')}>
        <Segments
          label={t('optCardTheme')}
          choices={CHOICES.cardTheme}
          value={cardTheme}
          labelOf={(choice) => t(CARD_THEMES[choice])}
          onChange={(choice) => change({ cardTheme: choice })}
        />
      </Row>
    ),
  },
  {
    section: 'look',
    key: 'textSize',
    found: ['optTextSize'],
    draw: ({ settings: { textSize } }, { change }) => (
      <Row title={t('optTextSize')} hint={t('optTextSizeHint')}>
        <Segments<number>
          label={t('optTextSize')}
          choices={CHOICES.textSize}
          value={textSize}
          labelOf={(size) => inPercent(size)}
          onChange={(size) => change({ textSize: size })}
        />
      </Row>
    ),
  },
  {
    section: 'look',
    key: 'readingSize',
    found: ['optReadingSize'],
    draw: ({ settings: { readingSize } }, { change }) => (
      <Row title={t('optReadingSize')}>
        <Segments
          label={t('optReadingSize')}
          choices={CHOICES.readingSize}
          value={readingSize}
          labelOf={(size) => inPercent(READING[size])}
          onChange={(size) => change({ readingSize: size })}
        />
      </Row>
    ),
  },
  {
    section: 'languages',
    key: 'offLanguages',
    found: ['optLanguages', 'optLanguagesHint'],
    draw: ({ settings: { offLanguages }, languages }, { change }) => (
      <Row title={t('optLanguages')} hint={t('optLanguagesHint')} below>
        <Languages languages={languages} off={offLanguages} onChange={(off) => change({ offLanguages: off })} />
      </Row>
    ),
  },
  toggle('history', 'keepSeen', 'optSeen', 'optSeenHint'),
  toggle('history', 'keepRecent', 'optRecent', 'optRecentHint'),
  {
    section: 'history',
    key: 'clearHistory',
    found: ['optClearHistory'],
    draw: (_, { clearHistory }) => (
      <Row title={t('optClearHistory')} hint={t('optClearHistoryHint')}>
        <button type="button" class="button" onClick={clearHistory}>
          {t('optClear')}
        </button>
      </Row>
    ),
  },
  {
    section: 'shortcuts',
    key: 'shortcuts',
    found: [
      'secShortcuts',
      'optShortcutsHint',
      'commandLookUp',
      'commandPanel',
      'commandNextMark',
      'commandPreviousMark',
    ],
    draw: ({ shortcuts, shortcutsIn }, { openShortcuts }) => (
      <Row title={t('optShortcuts')} hint={t('optShortcutsHint')} below>
        <ShortcutTable shortcuts={shortcuts} />
        {shortcutsIn === 'page' ? (
          <button type="button" class="button" onClick={openShortcuts}>
            {t('optShortcutsChange')}
          </button>
        ) : (
          <p class="opt-hint">{t('optShortcutsFirefox')}</p>
        )}
      </Row>
    ),
  },
  {
    section: 'library',
    key: 'library',
    found: ['tabLibrary', 'importTitle', 'importHint', 'shelfUpdate', 'shelfRename', 'shelfExport', 'shelfDelete'],
    draw: ({ library }) => library(),
  },
  {
    section: 'data',
    key: 'data',
    found: ['optStored', 'optBackup', 'optBackupHint', 'optRestore', 'optWipe', 'tabLibrary'],
    draw: ({ data, restore }, actions) => <DataRows data={data} restore={restore} actions={actions} />,
  },
  {
    section: 'about',
    key: 'about',
    found: ['secAbout', 'optProof', 'optWelcome'],
    draw: ({ about }) => (
      <>
        <Row title={t('optVersion', about.version)} hint={about.papers ? count('optCorpus', about.papers) : ''}>
          <span class="figure">{t('optLicence')}</span>
        </Row>
        <Row title={t('optProof')} hint={t('optProofHint')}>
          <a class="button" href={about.proofPage}>
            {t('optOpen')}
          </a>
        </Row>
        <Row title={t('optWelcome')} hint={t('optWelcomeHint')}>
          <a class="button" href={about.welcomePage}>
            {t('optOpen')}
          </a>
        </Row>
      </>
    ),
  },
];

const inPercent = (size: number) =>
  new Intl.NumberFormat(document.documentElement.lang || 'en', { style: 'percent' }).format(size / 100);

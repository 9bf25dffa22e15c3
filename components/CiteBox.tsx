import { useEffect, useId, useState } from 'preact/hooks';
import type { PaperHead } from '../lib/papers/paper';
import { CopyButton } from './CopyButton';
import { Icon } from './icons';
import { type MessageKey, t } from './strings';

/** Formats that another program reads, and styles that a reader does. */
export const FILE_FORMATS = ['bibtex', 'ris', 'csl', 'markdown'] as const;
export const CITE_STYLES = ['apa', 'mla', 'chicago', 'ieee'] as const;
export type CiteFormat = (typeof FILE_FORMATS)[number] | (typeof CITE_STYLES)[number];

const LABELS: Record<CiteFormat, MessageKey> = {
  bibtex: 'formatBibtex',
  ris: 'formatRis',
  csl: 'formatCsl',
  markdown: 'formatMarkdown',
  apa: 'citeApa',
  mla: 'citeMla',
  chicago: 'citeChicago',
  ieee: 'citeIeee',
};

/** What makes the citations asks to be named where they are made (CPAL 1.0, section 14). */
const CITEPROC = 'https://github.com/juris-m/citeproc-js';

const isStyle = (format: CiteFormat) => (CITE_STYLES as readonly string[]).includes(format);

/** How papers become a text. Styles are left out where they cannot be made. */
export interface CiteActs {
  styles: boolean;
  /** The papers in a format. */
  text: (papers: readonly PaperHead[], format: CiteFormat) => Promise<string>;
  /** @returns whether the clipboard took it */
  copyText: (text: string) => Promise<boolean>;
  /** Saves a text as a file of the format. Left out where there are no downloads. */
  download?: (text: string, format: CiteFormat) => void;
}

interface Props {
  papers: readonly PaperHead[];
  cite: CiteActs;
  /** What is cited, for the group's name. */
  label: string;
  /** Shows what will be copied. */
  preview?: boolean;
}

/** Chooses a format, shows the result, copies it or saves it as a file. */
export function CiteBox({ papers, cite, label, preview }: Props) {
  const id = useId();
  const [format, setFormat] = useState<CiteFormat>(cite.styles ? 'apa' : 'bibtex');
  const [shown, setShown] = useState<{ format: CiteFormat; text: string }>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!preview) return;
    let ended = false;
    setFailed(false);
    cite.text(papers, format).then(
      (text) => !ended && setShown({ format, text }),
      () => !ended && setFailed(true),
    );
    return () => {
      ended = true;
    };
  }, [papers, format, preview, cite]);
  const option = (one: CiteFormat) => (
    <option key={one} value={one}>
      {t(LABELS[one])}
    </option>
  );
  const { download } = cite;
  const save = () => {
    setFailed(false);
    cite.text(papers, format).then(
      (text) => download?.(text, format),
      () => setFailed(true),
    );
  };
  const group = (label: MessageKey, formats: readonly CiteFormat[]) => (
    <optgroup label={t(label)}>{formats.map(option)}</optgroup>
  );
  return (
    <fieldset class="cite-box" aria-label={label}>
      <div class="cite-row">
        <label class="hidden" for={id}>
          {t('citeFormat')}
        </label>
        <select
          id={id}
          class="select"
          value={format}
          onChange={(event) => setFormat(event.currentTarget.value as CiteFormat)}
        >
          {cite.styles && group('citeStyles', CITE_STYLES)}
          {group('citeFiles', FILE_FORMATS)}
        </select>
        <CopyButton label={t('copy')} copy={() => cite.text(papers, format).then(cite.copyText, () => false)} />
        {download && (
          <button type="button" class="button" onClick={save}>
            <Icon name="download" />
            {t('download')}
          </button>
        )}
      </div>
      {failed && (
        <p class="cite-trouble" role="alert">
          {t('citeFailed')}
        </p>
      )}
      {preview && shown?.format === format && !failed && (
        <p class={isStyle(format) ? 'cite-text' : 'cite-text cite-code'} dir="auto">
          {shown.text.trim()}
        </p>
      )}
      {isStyle(format) && (
        <a class="cite-credit" href={CITEPROC} target="_blank" rel="noreferrer">
          {t('citeCredit')}
        </a>
      )}
    </fieldset>
  );
}

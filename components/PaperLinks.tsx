import { paperLinks } from '../lib/papers/links';
import type { PaperHead } from '../lib/papers/paper';
import { type MessageKey, t } from './strings';

/** Labels that are words, not names of sites. */
const WORDS: Record<string, MessageKey> = { Page: 'linkPage', Code: 'linkCode' };

/** Where the paper can be read: ordinary links, followed by a click and by nothing else. */
export function PaperLinks({ paper }: { paper: PaperHead }) {
  return (
    <ul class="links" aria-label={t('linksLabel')}>
      {paperLinks(paper).map(({ label, href }) => (
        <li key={href}>
          <a href={href} target="_blank" rel="noreferrer">
            {WORDS[label] ? t(WORDS[label]) : label}
          </a>
        </li>
      ))}
    </ul>
  );
}

import { paperPage } from '../papers/links';
import type { PaperHead } from '../papers/paper';

/** Of longer author lists the first is named. */
const AUTHORS = 3;

export interface MarkdownGroup {
  title: string;
  papers: readonly PaperHead[];
}

/** A page and the papers found on it, as notes in Markdown: the page's title with its address, then a list for each group. */
export function pageToMarkdown(page: { title: string; url: string }, groups: readonly MarkdownGroup[]): string {
  const lists = groups
    .filter(({ papers }) => papers.length)
    .map(({ title, papers }) => `## ${escapeMarkdown(title)}\n\n${papers.map(toMarkdown).join('\n')}`);
  return `${[`# ${link(page.title || page.url, page.url)}`, ...lists].join('\n\n')}\n`;
}

/** A paper as an item of a list: its title with a link, authors, year, venue, as far as they are known. */
export function toMarkdown(paper: PaperHead): string {
  const about = [authorsOf(paper), paper.year, paper.venue && escapeMarkdown(paper.venue)].filter(Boolean).join(', ');
  return `- ${link(paper.title, paperPage(paper))}${about && ` — ${about}`}`;
}

const authorsOf = ({ authors }: PaperHead) =>
  escapeMarkdown(authors.length > AUTHORS ? `${authors[0]} et al.` : authors.join(', '));

const link = (text: string, url: string) => `[${escapeMarkdown(text)}](${escapeAddress(url)})`;

/** One line in which no character means anything to Markdown (CommonMark 2.4), to HTML in it, or to tables around it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]()|<>~]/g, '\\$&');
}

/** A link's address ends at a space or a bracket (CommonMark 6.3). */
function escapeAddress(url: string): string {
  return url
    .replace(/[\s<>\\]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
}

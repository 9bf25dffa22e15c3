import { pageToMarkdown } from '../lib/bib/markdown';
import type { Found } from '../lib/messages/protocol';
import { groupFound } from './page-groups';
import { t } from './strings';
import type { PageSide } from './view-state';

/** The page's papers as Markdown, in the groups that the panel shows. */
export function pageNotes({ found, self, heads }: PageSide, title: string, url: string): string {
  const groups = groupFound(found, self);
  const papers = (list: readonly Found[]) =>
    list.map((one) => heads[one.id] ?? { id: one.id, title: one.title, authors: [] });
  return pageToMarkdown({ title, url }, [
    { title: t('pageIsPaper'), papers: papers(groups.self ? [groups.self] : []) },
    { title: t('groupText'), papers: papers(groups.text) },
    { title: t('groupReferences'), papers: papers(groups.references) },
  ]);
}

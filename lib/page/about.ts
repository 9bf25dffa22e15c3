import { foldKey } from '../text/fold';

/** How much text a page is compared by, in characters: its beginning says what it is about. */
const TEXT_MAX = 40_000;

/** Titles the page gives itself: citation metadata of publishers, the first heading, the document's title without the site's name. */
export function pageTitles(): string[] {
  const meta = document.querySelector<HTMLMetaElement>(
    'meta[name="citation_title"], meta[name="DC.title"], meta[property="og:title"]',
  )?.content;
  const heading = document.querySelector('h1')?.textContent;
  const title = document.title.replace(/^\[[^\]]*\]\s*/, '').split(/\s[|·•–—-]\s/)[0];
  return [meta, heading, title]
    .filter((text): text is string => !!text)
    .map(foldKey)
    .filter((key) => key.length >= 12);
}

/** Whether a page calls itself by a paper's title, of which the folded key is given. */
export function isTitled(titles: readonly string[], key: string): boolean {
  return titles.some(
    (title) =>
      title === key ||
      (title.length > 24 && key.startsWith(title)) ||
      (title.startsWith(key) && title.length < key.length + 24),
  );
}

/** The identifier in a page's own address: arXiv, ACL Anthology, DOI, Hugging Face Papers. */
export function addressNames(url: string, paper: { arxiv?: string; acl?: string; doi?: string }): boolean {
  const has = (id: string | undefined) =>
    !!id &&
    url.toLowerCase().includes(id.toLowerCase()) &&
    new RegExp(`[/=]${id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:v\\d+)?(?:\\.pdf|[/?#]|$)`, 'i').test(url);
  return has(paper.arxiv) || has(paper.acl) || has(paper.doi);
}

/** The beginning of what can be read on the page. */
export function pageText(): string {
  const main = document.querySelector<HTMLElement>('main, article, [role="main"]') ?? document.body;
  return (main?.innerText ?? '').slice(0, TEXT_MAX);
}

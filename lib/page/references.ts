/** What bibliographies are headed with, in the languages of the interface. */
const HEADING =
  /^(?:\d+\.?\s*)?(?:references?|bibliography|works cited|literature(?: cited)?|literatur(?:verzeichnis)?|quellen|einzelnachweise|références|bibliographie|referencias|bibliografía|referências|bibliografia|riferimenti|źródła|literatura|литература|список литературы|примечания|kaynakça|kaynaklar|المراجع|مراجع|संदर्भ|daftar pustaka|referensi|参考文献|參考文獻|引用文献|참고 ?문헌)\s*:?$/iu;

/** Containers that say of themselves what they are: arXiv's HTML, Wikipedia, journals, LaTeX2HTML, Pandoc. */
const CONTAINERS =
  '.ltx_biblist, ol.references, ul.references, .references ol, .references ul, .reflist ol, .ref-list, #references ol, #bibliography, [role="doc-bibliography"], .csl-bib-body, section.references';
const ENTRY = 'li, .ltx_bibitem, .csl-entry, .ref, [role="doc-biblioentry"], dd';

/** Fewer entries make no bibliography. */
const LEAST = 3;
/** An entry looks like one: longer than a menu's item, with a year or a number that could be one. */
const LOOKS_LIKE_ENTRY = /\b(?:1[89]|20)\d\d\b|\bet al\b|\bdoi\b|arxiv/i;

/** The entries of a page's bibliographies, in page order; empty where there is none. */
export function findReferences(root: ParentNode): Element[] {
  const entries = new Set<Element>();
  for (const container of root.querySelectorAll(CONTAINERS)) addEntries(entriesIn(container), entries);
  for (const heading of root.querySelectorAll('h1, h2, h3, h4, h5, h6, [role="heading"]')) {
    if (
      (heading.textContent ?? '').length > 60 ||
      !HEADING.test((heading.textContent ?? '').replace(/[#¶§[\]]|edit/g, '').trim())
    )
      continue;
    addEntries(entriesAfter(heading), entries);
  }
  return [...entries];
}

function addEntries(found: Element[], entries: Set<Element>): void {
  const likely = found.filter((entry) => LOOKS_LIKE_ENTRY.test(entry.textContent ?? ''));
  // A list under such a heading where hardly anything has a year is something else.
  if (likely.length < LEAST || likely.length < found.length / 3) return;
  for (const entry of found) entries.add(entry);
}

function entriesIn(container: Element): Element[] {
  return outermost([...container.querySelectorAll(ENTRY)]);
}

/** What follows a heading up to the next of its rank: the items of lists, else the paragraphs. */
function entriesAfter(heading: Element): Element[] {
  const rank = Number(heading.tagName[1]) || 2;
  // Headings are often wrapped, alone, in a box of their own.
  let at: Element | null = heading;
  while (at && !at.nextElementSibling && at.parentElement && at.parentElement.tagName !== 'BODY') at = at.parentElement;
  const items: Element[] = [];
  const paragraphs: Element[] = [];
  for (at = at?.nextElementSibling ?? null; at && items.length + paragraphs.length < 3000; at = at.nextElementSibling) {
    if (/^H[1-6]$/.test(at.tagName) && Number(at.tagName[1]) <= rank) break;
    const inside = entriesIn(at);
    if (inside.length) items.push(...inside);
    else if ((at.textContent ?? '').trim().length > 30) paragraphs.push(at);
  }
  return items.length >= LEAST ? items : paragraphs;
}

function outermost(elements: Element[]): Element[] {
  const all = new Set(elements);
  return elements.filter((element) => {
    for (let at = element.parentElement; at; at = at.parentElement) if (all.has(at)) return false;
    return true;
  });
}

import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Found } from '../lib/messages/protocol';
import type { PaperHead } from '../lib/papers/paper';
import { type CiteActs, CiteBox } from './CiteBox';
import { CopyButton } from './CopyButton';
import { Icon } from './icons';
import { itemOfFound } from './items';
import { Occurrences } from './Occurrences';
import { NoPapers, PartlyRead } from './PageStates';
import { PaperList } from './PaperList';
import { PaperRow, WrittenAs } from './PaperRow';
import { PickButton } from './PickButton';
import { groupFound } from './page-groups';
import { count, t } from './strings';
import { TermChips } from './TermChips';
import type { PageSide } from './view-state';

export type PagePanelSide = PageSide & {
  /** Papers like the page that are not on it. */
  related: readonly PaperHead[];
  /** The title of the page that the list stays with; null while it follows the tab in front. */
  kept: string | null;
};

export interface PageActs {
  read: (id: string) => void;
  readTerm: (id: string) => void;
  scanPage: () => void;
  jump: (mark: number) => void;
  /** Copies the page's papers as Markdown. @returns whether the clipboard took it */
  copyPage: () => Promise<boolean>;
  /** Stays with this page when another tab comes to the front, or follows the tab again. */
  keepPage: (keep: boolean) => void;
  cite: CiteActs;
}

/** What the page in front mentions: papers of its text and of its bibliography, terms; below them papers like it. */
export function PageTab({ page, actions }: { page: PagePanelSide; actions: PageActs }) {
  const root = useRef<HTMLDivElement>(null);
  const { status, references } = page;
  const { self, text, references: cited, terms } = groupFound(page.found, page.self);
  const papers = text.length + cited.length + (self ? 1 : 0);
  const [exporting, setExporting] = useState(false);
  const all = self ? [self, ...text, ...cited] : [...text, ...cited];
  const heads = all.map(({ id, title }) => page.heads[id] ?? { id, title, authors: [] });
  const scan = () => {
    actions.scanPage();
    // The button that was pressed goes away.
    root.current?.closest<HTMLElement>('[role="tabpanel"]')?.focus();
  };
  const rows = (found: readonly Found[], label: string) => (
    <ul class="list" aria-label={label}>
      {found.map((one) => (
        <FoundRow key={one.id} found={one} page={page} actions={actions} />
      ))}
    </ul>
  );
  return (
    <div class="scroll" ref={root}>
      {page.kept !== null && <Kept title={page.kept} onFollow={() => actions.keepPage(false)} />}
      {!page.found.length && <NoPapers status={status} onScan={scan} enter={page.enter} />}
      {papers > 0 && (
        <div class="page-head">
          <h2 class="list-title">{count('papersOnPage', papers)}</h2>
          <div class="page-tools">
            <button
              type="button"
              class="icon-button"
              aria-label={t('keepPage')}
              aria-pressed={page.kept !== null}
              title={t('keepPage')}
              onClick={() => actions.keepPage(page.kept === null)}
            >
              <Icon name="pin" filled={page.kept !== null} />
            </button>
            <CopyButton label={t('copyMarkdown')} copy={actions.copyPage} />
            <button
              type="button"
              class="icon-button"
              aria-label={t('exportAll')}
              aria-expanded={exporting}
              title={t('exportAll')}
              onClick={() => setExporting(!exporting)}
            >
              <Icon name="download" />
            </button>
          </div>
        </div>
      )}
      {papers > 0 && exporting && (
        <CiteBox papers={heads} cite={actions.cite} label={count('exportPapers', heads.length)} />
      )}
      {page.found.length > 0 && status === 'partial' && <PartlyRead onScan={scan} />}
      {page.self && <SelfRow id={page.self} found={self} page={page} actions={actions} />}
      {text.length > 0 && (
        <Group title={t('groupText')} count={text.length}>
          {rows(text, t('groupText'))}
        </Group>
      )}
      {(cited.length > 0 || references) && (
        <Group title={t('groupReferences')} count={cited.length}>
          {references && (
            <p class="group-note">
              {count('entriesKnown', references.known, references.entries)}
              {references.known > cited.length && ` ${t('entriesAbove')}`}
            </p>
          )}
          {cited.length > 0 && rows(cited, t('groupReferences'))}
        </Group>
      )}
      {terms.length > 0 && (
        <Group title={t('groupTerms')} count={terms.length}>
          <TermChips
            terms={terms.map(({ id, title }) => ({ id, name: title }))}
            label={t('groupTerms')}
            onTerm={actions.readTerm}
          />
        </Group>
      )}
      <PaperList title={t('pageRelated')} papers={page.related} onPaper={actions.read} />
    </div>
  );
}

/** The list stays with a page that may no longer be in front: which, and the way back to following. */
function Kept({ title, onFollow }: { title: string; onFollow: () => void }) {
  return (
    <div class="notice">
      <p>
        <bdi>{t('keptPage', title)}</bdi>
      </p>
      <button type="button" class="button" onClick={onFollow}>
        {t('followTab')}
      </button>
    </div>
  );
}

function Group({ title, count, children }: { title: string; count: number; children: ComponentChildren }) {
  return (
    <section class="group">
      <h3 class="section-title">
        {title} {count > 0 && <span class="group-count">{count}</span>}
      </h3>
      {children}
    </section>
  );
}

interface RowProps {
  found: Found;
  page: PagePanelSide;
  actions: PageActs;
}

/** A paper with its places on the page. */
function FoundRow({ found, page, actions }: RowProps) {
  const { count: _, writtenAs: _written, ...item } = itemOfFound(found, page.heads);
  return (
    <li class="list-row">
      <div class="list-row-beside">
        <button type="button" class="row-button" data-id={found.id} onClick={() => actions.read(found.id)}>
          <PaperRow item={item} />
        </button>
        {item.paper && <PickButton paper={item.paper} />}
      </div>
      <PlacesLine found={found} page={page} actions={actions} />
    </li>
  );
}

function PlacesLine({ found, page, actions }: RowProps) {
  return (
    <div class="places-line">
      <Occurrences marks={found.marks} title={found.title} onJump={actions.jump} />
      <WrittenAs item={itemOfFound(found, page.heads)} />
    </div>
  );
}

/** The page is about one of the papers: the way to read it. */
function SelfRow({ id, found, page, actions }: Omit<RowProps, 'found'> & { id: string; found: Found | undefined }) {
  const title = page.heads[id]?.title ?? found?.title;
  if (!title) return null;
  return (
    <div class="self">
      <button type="button" class="self-button" data-id={id} onClick={() => actions.read(id)}>
        <span class="self-label">{t('pageIsPaper')}</span>
        <span class="row-title" dir="auto">
          {title}
        </span>
        <Icon name="forward" />
      </button>
      {found && <PlacesLine found={found} page={page} actions={actions} />}
    </div>
  );
}

import { render } from 'preact';
import { CardDeck } from '../../components/CardDeck';
import type { CiteActs } from '../../components/CiteBox';
import type { CardActs } from '../../components/PaperCard';
import { setStrings, t } from '../../components/strings';
import css from '../../components/styles/card.css?inline';
import { TermCard, type TermCardActs } from '../../components/TermCard';
import { toBibtex } from '../../lib/bib/bibtex';
import { EXPORT_FORMATS } from '../../lib/bib/formats';
import { api, askBackground, followLocal } from '../../lib/browser/page-side';
import type { Answer, Why } from '../../lib/lookup/answer';
import type { PanelRequest } from '../../lib/messages/protocol';
import { copyText } from '../../lib/page/copy';
import { isDarkPage } from '../../lib/page/darkness';
import type { Mark, Marks } from '../../lib/page/marks';
import { Overlay } from '../../lib/page/overlay';
import { type Box, placeButton, placeCard, roomBeside } from '../../lib/page/place';
import type { PageSelection } from '../../lib/page/selection';
import type { PaperHead } from '../../lib/papers/paper';
import { savedKey } from '../../lib/saved/keys';
import { DEFAULT_SETTINGS, readSettings } from '../../lib/settings/schema';
import { directionOf } from '../../lib/util/direction';

/** The button fades after this long, in milliseconds; a pointer on it holds it. */
const OFFER_MS = 3000;
/** A card opened by hovering stays this long after the pointer has left mark and card, in milliseconds. */
const GRACE = 300;
const BUTTON = 28;

interface CardContent {
  paper: PaperHead;
  excerpt: string;
  why: Why[];
  terms: string[];
}

/** The window at a mark or a selection, and the button that offers it. One of them at a time. */
export class Card {
  private readonly overlay = new Overlay(css);
  private readonly language = api.i18n.getMessage('language');
  private shown: 'nothing' | 'button' | 'card' = 'nothing';
  private settings = DEFAULT_SETTINGS;
  private hovering = false;
  private current: Mark | undefined;
  private query: { text: string; context: string } | undefined;
  private focusBefore: Element | null = null;
  private resized: ResizeObserver | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Answers that come after something newer was asked for are dropped. */
  private turn = 0;

  constructor(
    private readonly marks: Marks,
    signal: AbortSignal,
  ) {
    void followLocal(
      ['settings'],
      (values) => {
        this.settings = readSettings(values['settings']);
        if (this.shown !== 'nothing') this.dress(this.overlay.open());
      },
      signal,
    );
    setStrings((key, values) => api.i18n.getMessage(key, values), this.language);
    const listen = <K extends keyof DocumentEventMap>(type: K, act: (event: DocumentEventMap[K]) => void) =>
      document.addEventListener(type, (event) => this.shown !== 'nothing' && event.isTrusted && act(event), {
        signal,
        capture: true,
      });
    listen('keydown', (event) => this.onKey(event));
    listen('pointerdown', (event) => !this.owns(event) && this.close());
    listen('visibilitychange', () => document.hidden && this.close());
    document.addEventListener('scroll', (event) => event.isTrusted && this.shown === 'button' && this.close(), {
      signal,
      passive: true,
      capture: true,
    });
    signal.addEventListener('abort', () => this.overlay.remove());
  }

  /** Whether an event happened inside the card or button. */
  owns(event: Event): boolean {
    return this.overlay.element !== undefined && event.composedPath()[0] === this.overlay.element;
  }

  /** Shows the button at the end of a selection that has an answer. */
  offer(selection: PageSelection, answer: Answer): void {
    if (this.shown === 'card') return;
    const end = endOf(selection.range);
    if (!end) return;
    const look = (event: Event) => {
      event.preventDefault();
      if (event.isTrusted) void this.showSelection(selection, answer);
    };
    const label = t('lookUpButton');
    this.draw(
      'button',
      <button
        type="button"
        class="offer"
        aria-label={label}
        title={label}
        onPointerDown={(event) => event.preventDefault()}
        onPointerEnter={() => clearTimeout(this.timer)}
        onPointerLeave={() => this.fade()}
        onClick={look}
      >
        <span aria-hidden="true" />
      </button>,
      () => placeButton(end, BUTTON, viewSize()),
    );
    this.fade();
  }

  withdraw(): void {
    if (this.shown === 'button') this.close();
  }

  /** Looks a selection up, if that was not done yet, and shows the card. */
  async showSelection(selection: PageSelection, known?: Answer): Promise<void> {
    const turn = ++this.turn;
    // What the pointer left before does not close what is asked for now.
    clearTimeout(this.timer);
    this.hovering = false;
    const box = endOf(selection.range) ?? selection.range.getBoundingClientRect();
    let answer = known;
    if (!answer) {
      const reply = await askBackground('lookup.search', {
        query: selection.text,
        context: selection.context,
        limit: 5,
      });
      if (turn !== this.turn) return;
      this.setCurrent(undefined);
      if (!reply.ok) return this.showTrouble(box, () => void this.showSelection(selection));
      answer = reply.value;
    }
    this.setCurrent(undefined);
    this.query = { text: selection.text, context: selection.context };
    if (answer.abstained) this.showNothing(box);
    else await this.showCards(answer.hits, box, turn);
  }

  /** Shows the card of a mark: one paper, or a term's papers. */
  showMark(mark: Mark, { hover = false, scroll = false }: { hover?: boolean; scroll?: boolean }): void {
    if (scroll) mark.range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    clearTimeout(this.timer);
    if (this.shown === 'card' && this.current === mark) return;
    this.askFor(mark, hover);
  }

  private askFor(mark: Mark, hover: boolean): void {
    const turn = ++this.turn;
    this.hovering = hover;
    this.setCurrent(mark);
    this.query = undefined;
    const anchor = firstLine(mark.range);
    const text = mark.text.replace(/\s+/g, ' ');
    // A pointer may have rested there by chance: it needs no word of what is not there.
    const missing = hover ? () => this.close() : () => this.showTrouble(anchor, () => this.askFor(mark, false));
    if (mark.kind === 'term') void this.showTerm(mark.id, anchor, turn, missing);
    else void this.showPaper(mark.id, { kind: WHY[mark.kind], text }, anchor, turn, missing);
  }

  /** @param missing called where there is no answer */
  private async showPaper(id: string, why: Why, anchor: Box, turn: number, missing: () => void): Promise<void> {
    const reply = await askBackground('paper.get', { id });
    if (turn !== this.turn) return;
    if (!reply.ok || !reply.value) return missing();
    const { abstract, ...paper } = reply.value.paper;
    await this.showCards([{ paper, excerpt: abstract, why: [why], terms: [] }], anchor, turn);
  }

  private async showTerm(id: string, anchor: Box, turn: number, missing: () => void): Promise<void> {
    const reply = await askBackground('term.get', { id });
    if (turn !== this.turn) return;
    if (!reply.ok || !reply.value) return missing();
    const view = reply.value;
    const openPaper = (paper: string): void =>
      void this.showPaper(paper, { kind: 'concept', text: view.name }, anchor, ++this.turn, () =>
        this.showTrouble(anchor, () => openPaper(paper)),
      );
    const actions: TermCardActs = {
      open: () => void this.openPanel({ view: 'term', id }, draw),
      openPaper,
      close: () => this.close(),
    };
    const draw = (note?: string) => this.drawCard(<TermCard view={view} actions={actions} />, anchor, note);
    draw();
  }

  /** Goes to the next or previous mark from the one shown, or from where the page is scrolled to. */
  step(by: 1 | -1): void {
    const all = this.marks.all;
    if (!all.length) return;
    let at = this.current ? all.indexOf(this.current) : -1;
    if (at < 0) {
      at = all.findIndex((mark) => mark.range.getBoundingClientRect().top >= 0);
      at = by > 0 ? at - 1 : at < 0 ? all.length : at;
    }
    this.showMark(all[(at + by + all.length) % all.length]!, { scroll: true });
  }

  /** The pointer is on a mark again: its card need not go. */
  stay(mark: Mark): void {
    if (mark === this.current) clearTimeout(this.timer);
  }

  /** The pointer left the mark: the card goes too, unless the pointer travels into it. */
  leave(): void {
    if (!this.hovering) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.close(), GRACE);
  }

  close(): void {
    this.turn++;
    clearTimeout(this.timer);
    this.hovering = false;
    // A mark is shown as the present one before its card is there.
    this.setCurrent(undefined);
    if (this.shown === 'nothing') return;
    const hadFocus = document.activeElement === this.overlay.element;
    this.shown = 'nothing';
    this.resized?.disconnect();
    this.overlay.remove();
    if (hadFocus && this.focusBefore instanceof HTMLElement) this.focusBefore.focus({ preventScroll: true });
  }

  private setCurrent(mark: Mark | undefined): void {
    this.current = mark;
    this.marks.showCurrent(mark);
  }

  private async showCards(cards: readonly CardContent[], anchor: Box, turn: number): Promise<void> {
    const stored = await api.storage.local.get([SEEN, ...cards.map(({ paper }) => savedKey(paper.id))]);
    if (turn !== this.turn) return;
    const keys = new Set(Object.keys(stored));
    const isSaved = (id: string) => keys.has(savedKey(id));
    const before = (stored[SEEN] ?? {}) as Record<string, unknown>;
    const isSeen = (id: string) => Object.hasOwn(before, id);
    const onSeen = (id: string) => void askBackground('card.seen', { id });
    let note = '';
    let trouble = '';
    let shown = cards;
    const draw = () =>
      this.drawCard(
        <CardDeck
          cards={shown}
          isSaved={isSaved}
          isSeen={isSeen}
          onSeen={onSeen}
          whole={note !== ''}
          actions={actions}
        />,
        anchor,
        trouble || note,
      );
    const actions: CardActs = {
      save: (paper, on) => {
        const mark = (saved: boolean) => keys[saved ? 'add' : 'delete'](savedKey(paper.id));
        mark(on);
        draw();
        void askBackground('card.save', { id: paper.id, saved: on }).then((reply) => {
          const stored = reply.ok && reply.value.stored;
          if (turn !== this.turn || (stored && !trouble)) return;
          if (!stored) mark(!on);
          trouble = reply.ok && !stored ? t('storageFull') : '';
          draw();
        });
      },
      copy: (paper) => copyText(toBibtex(paper)),
      cite: CITING,
      open: (paper) => {
        const terms = cards.find((card) => card.paper.id === paper.id)?.terms ?? [];
        void this.openPanel({ view: 'paper', id: paper.id, terms }, async (text) => {
          // The whole abstract is read here, then.
          const reply = await askBackground('paper.get', { id: paper.id });
          if (turn !== this.turn || !reply.ok || !reply.value) return;
          const { abstract } = reply.value.paper;
          shown = shown.map((card) => (card.paper.id === paper.id ? { ...card, excerpt: abstract } : card));
          note = text;
          draw();
        });
      },
      close: () => this.close(),
    };
    draw();
  }

  /** Opens the panel and closes the card. Where the browser refuses, as Firefox does from pages, the card stays and says what opens it. */
  private async openPanel(request: PanelRequest, refused: (note: string) => unknown): Promise<void> {
    const turn = this.turn;
    const reply = await askBackground('panel.open', { request });
    if (turn !== this.turn) return;
    if (!reply.ok || reply.value.opened) return this.close();
    const { keys } = reply.value;
    refused(keys ? t('panelRefusedKeys', keys) : t('panelRefused'));
  }

  private drawCard(content: preact.ComponentChild, anchor: Box, note?: string): void {
    this.draw(
      'card',
      <div class="sheet" onPointerEnter={() => clearTimeout(this.timer)} onPointerLeave={() => this.leave()}>
        {content}
        {note && <Hint text={note} />}
      </div>,
      (element) => {
        element.style.setProperty('--room', `${roomBeside(anchor, viewSize().height)}px`);
        return placeCard(anchor, element.getBoundingClientRect(), viewSize());
      },
    );
  }

  private showNothing(anchor: Box): void {
    const search = () => {
      if (this.query)
        void this.openPanel({ view: 'search', query: this.query.text, context: this.query.context }, draw);
      else this.close();
    };
    const draw = (note?: string) => this.drawNote(t('noMatch'), t('openPanel'), search, anchor, note);
    draw();
  }

  /** What the reader asked for could not be had. */
  private showTrouble(anchor: Box, again: () => void): void {
    this.drawNote(t('trouble'), t('retry'), again, anchor);
  }

  /** A word in place of a card, and a button that leads on. */
  private drawNote(text: string, label: string, act: () => void, anchor: Box, note?: string): void {
    this.draw(
      'card',
      <div class="sheet" role="status">
        <p class="sheet-note">{text}</p>
        <button type="button" class="button" onClick={act}>
          {label}
        </button>
        {note && <Hint text={note} />}
      </div>,
      (element) => placeCard(anchor, element.getBoundingClientRect(), viewSize()),
    );
  }

  private draw(
    kind: 'button' | 'card',
    content: preact.ComponentChild,
    place: (element: HTMLElement) => { left: number; top: number },
  ): void {
    if (this.shown === 'nothing') this.focusBefore = document.activeElement;
    const container = this.overlay.open();
    const hadFocus = document.activeElement === this.overlay.element;
    container.className = 'place';
    this.dress(container);
    container.lang = this.language;
    container.dir = directionOf(this.language);
    this.shown = kind;
    render(content, container);
    // What was pressed may be gone.
    if (hadFocus && document.activeElement !== this.overlay.element) focusFirst(container);
    const put = () => {
      const { left, top } = place((container.firstElementChild as HTMLElement | null) ?? container);
      container.style.setProperty('transform', `translate(${Math.round(left)}px, ${Math.round(top)}px)`);
    };
    put();
    // What unfolds in the card must not cover its anchor.
    this.resized?.disconnect();
    this.resized = new ResizeObserver(put);
    this.resized.observe(container);
  }

  /** Theme and size of text as the reader chose them. */
  private dress(container: HTMLElement): void {
    const { theme, cardTheme, textSize } = this.settings;
    const shown = cardTheme === 'page' ? (isDarkPage() ? 'dark' : 'light') : theme;
    if (shown === 'system') delete container.dataset['theme'];
    else container.dataset['theme'] = shown;
    container.style.setProperty('--base', `${(16 * textSize) / 100}px`);
  }

  private fade(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.withdraw(), OFFER_MS);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      this.close();
    } else if (this.shown === 'card' && !this.owns(event) && event.key === 'Tab' && !event.shiftKey && !this.hovering) {
      // The card takes no focus by itself: Tab goes in.
      if (focusFirst(this.overlay.open())) event.preventDefault();
    }
  }
}

/** Papers read before, in storage.local. */
const SEEN = 'seen';

const Hint = ({ text }: { text: string }) => (
  <p class="sheet-hint" role="status">
    {text}
  </p>
);

/** The formats with writers of our own; the citation styles are some 400 kB, which no page should carry: they are in the panel. */
const CITING: CiteActs = {
  styles: false,
  text: async (papers, format) => EXPORT_FORMATS.find(({ id }) => id === format)!.write(papers),
  copyText,
};

const WHY = { title: 'title', name: 'name', id: 'identifier' } as const;

/** @returns whether there was anything to focus */
function focusFirst(container: Element): boolean {
  const first = container.querySelector<HTMLElement>('button, a[href]');
  first?.focus();
  return first !== null;
}

const viewSize = () => ({ width: document.documentElement.clientWidth, height: window.innerHeight });

/** The box of a selection's last line. */
function endOf(range: Range): DOMRect | undefined {
  return [...range.getClientRects()].filter((box) => box.width > 0).at(-1);
}

/** The box of a mark's first line. */
function firstLine(range: Range): Box {
  return range.getClientRects()[0] ?? range.getBoundingClientRect();
}

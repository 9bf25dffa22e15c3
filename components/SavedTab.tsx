import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { PaperHead } from '../lib/papers/paper';
import type { Entries, SavedEntry } from '../lib/saved/entry';
import { findSaved, SAVED_ORDERS, type SavedOrder, tagCounts } from '../lib/saved/find';
import { type CiteActs, CiteBox } from './CiteBox';
import { Icon } from './icons';
import { COMPARED } from './known';
import { SavedRow } from './SavedRow';
import { Empty, Loading } from './States';
import { count, type MessageKey, t } from './strings';
import { TagField } from './Tags';
import { WordButton } from './WordButton';

export interface SavedActs {
  read: (id: string) => void;
  remove: (ids: readonly string[]) => void;
  setRead: (ids: readonly string[], read: boolean) => void;
  addTag: (ids: readonly string[], tag: string) => void;
  compare: (papers: readonly PaperHead[]) => void;
  cite: CiteActs;
}

const ORDER_NAMES: Record<SavedOrder, MessageKey> = {
  newest: 'orderNewest',
  oldest: 'orderOldest',
  title: 'orderTitle',
  author: 'orderAuthor',
  year: 'orderYear',
};
/** A list as short as this needs no tools. */
const FEW = 2;
/** More tags than these are folded. */
const TAGS = 6;

/** The reading list: searched, filtered, sorted; one or several papers taken in hand. */
export function SavedTab({ entries, actions }: { entries: Entries | null; actions: SavedActs }) {
  const [text, setText] = useState('');
  const [tags, setTags] = useState<readonly string[]>([]);
  const [unread, setUnread] = useState(false);
  const [order, setOrder] = useState<SavedOrder>('newest');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const known = useMemo(() => (entries ? tagCounts(entries) : []), [entries]);
  // A tag that no paper has any more filters nothing.
  const active = tags.filter((tag) => known.some((one) => one.tag === tag));
  const list = entries ? findSaved(entries, { text, tags: active, ...(unread && { read: false }) }, order) : [];
  const inHand = list.filter(({ paper }) => chosen.has(paper.id));
  const root = useRef<HTMLDivElement>(null);
  if (!entries) return <Loading />;
  if (!entries.size)
    return (
      <div class="scroll">
        <Empty title={t('savedEmpty')} hint={t('savedEmptyHint')} />
      </div>
    );
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const toggleTag = (tag: string) =>
    setTags(active.includes(tag) ? active.filter((one) => one !== tag) : [...active, tag]);
  const filtered = text.trim() !== '' || active.length > 0 || unread;
  const clear = () => {
    setText('');
    setTags([]);
    setUnread(false);
    root.current?.querySelector('input')?.focus();
  };
  const unreadCount = [...entries.values()].filter(({ read }) => !read).length;
  return (
    <div class="scroll saved" ref={root}>
      {/* What filters a list that has become short can be taken off. */}
      {(entries.size > FEW || filtered) && (
        <div class="saved-tools">
          <SavedSearch text={text} onText={setText} />
          <OrderField order={order} onOrder={setOrder} />
          <Filters
            tags={known}
            active={active}
            unread={unread}
            unreadCount={unreadCount}
            onTag={toggleTag}
            onUnread={setUnread}
          />
        </div>
      )}
      <InHand
        list={list}
        chosen={inHand}
        tags={known.map(({ tag }) => tag)}
        actions={actions}
        onAll={(on) => setChosen(new Set(on ? list.map(({ paper }) => paper.id) : []))}
        onRemoved={() => setChosen(new Set())}
      />
      <output class="hidden" aria-live="polite">
        {filtered ? count('results', list.length) : ''}
      </output>
      {list.length === 0 && (
        <Empty title={t('savedNoMatch')}>
          <button type="button" class="button" onClick={clear}>
            {t('showAll')}
          </button>
        </Empty>
      )}
      <ul class="list" aria-label={t('tabSaved')}>
        {list.map((entry) => (
          <SavedRow
            key={entry.paper.id}
            entry={entry}
            chosen={chosen.has(entry.paper.id)}
            onChoose={(on) => choose(entry.paper.id, on)}
            onOpen={() => actions.read(entry.paper.id)}
            onRead={(read) => actions.setRead([entry.paper.id], read)}
            onRemove={() => actions.remove([entry.paper.id])}
          />
        ))}
      </ul>
    </div>
  );
}

function SavedSearch({ text, onText }: { text: string; onText: (text: string) => void }) {
  const id = useId();
  return (
    <div class="search-box search-box-small">
      <Icon name="search" />
      <label class="hidden" for={id}>
        {t('savedSearch')}
      </label>
      <input
        id={id}
        type="text"
        placeholder={t('savedSearch')}
        value={text}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !text) return;
          event.stopPropagation();
          onText('');
        }}
      />
    </div>
  );
}

function OrderField({ order, onOrder }: { order: SavedOrder; onOrder: (order: SavedOrder) => void }) {
  const id = useId();
  return (
    <>
      <label class="hidden" for={id}>
        {t('orderLabel')}
      </label>
      <select
        id={id}
        class="select"
        value={order}
        onChange={(event) => onOrder(event.currentTarget.value as SavedOrder)}
      >
        {SAVED_ORDERS.map((one) => (
          <option key={one} value={one}>
            {t(ORDER_NAMES[one])}
          </option>
        ))}
      </select>
    </>
  );
}

interface FiltersProps {
  tags: readonly { tag: string; count: number }[];
  active: readonly string[];
  unread: boolean;
  unreadCount: number;
  onTag: (tag: string) => void;
  onUnread: (unread: boolean) => void;
}

function Filters({ tags, active, unread, unreadCount, onTag, onUnread }: FiltersProps) {
  const [all, setAll] = useState(false);
  const many = tags.length > TAGS + 1;
  const shown = many && !all ? tags.filter(({ tag }, i) => i < TAGS || active.includes(tag)) : tags;
  const chip = (label: string, number: number, on: boolean, act: () => void, icon?: 'tag' | 'dot') => (
    <button type="button" class={on ? 'chip chip-on' : 'chip'} aria-pressed={on} onClick={act}>
      {icon && <Icon name={icon} filled={icon === 'dot'} />}
      <bdi>{label}</bdi> <span class="group-count">{number}</span>
    </button>
  );
  return (
    <fieldset class="chip-list filters" aria-label={t('filterLabel')}>
      {(unreadCount > 0 || unread) && chip(t('unread'), unreadCount, unread, () => onUnread(!unread), 'dot')}
      {shown.map((one) => (
        <span key={one.tag}>{chip(one.tag, one.count, active.includes(one.tag), () => onTag(one.tag))}</span>
      ))}
      {many && (
        <button type="button" class="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('showFewer') : count('moreTags', tags.length - shown.length)}
        </button>
      )}
    </fieldset>
  );
}

interface InHandProps {
  list: readonly SavedEntry[];
  chosen: readonly SavedEntry[];
  tags: readonly string[];
  actions: SavedActs;
  onAll: (on: boolean) => void;
  onRemoved: () => void;
}

/** What can be done with the chosen papers; with none chosen, exporting all that are listed. */
function InHand({ list, chosen, tags, actions, onAll, onRemoved }: InHandProps) {
  const [open, setOpen] = useState<'export' | 'tag' | null>(null);
  const entries = chosen.length ? chosen : list;
  const ids = chosen.map(({ paper }) => paper.id);
  const key = entries.map(({ paper }) => paper.id).join('\n');
  const papers = useMemo(() => entries.map(({ paper }) => paper), [key]);
  const all = useRef<HTMLInputElement>(null);
  if (!list.length) return null;
  const toggle = (what: 'export' | 'tag') => setOpen(open === what ? null : what);
  const some = chosen.length > 0;
  const anyUnread = chosen.some(({ read }) => !read);
  return (
    <div class="in-hand">
      <div class="in-hand-row">
        <label class="choose-all">
          <input
            type="checkbox"
            ref={all}
            checked={some && chosen.length === list.length}
            indeterminate={some && chosen.length < list.length}
            onChange={(event) => onAll(event.currentTarget.checked)}
          />
          <span>{some ? count('chosen', chosen.length) : count('papers', list.length)}</span>
        </label>
        {some ? (
          <span class="in-hand-tools">
            {chosen.length >= COMPARED.least && chosen.length <= COMPARED.most && (
              <WordButton icon="compare" label={t('compare')} onClick={() => actions.compare(papers)} />
            )}
            <WordButton icon="tag" label={t('tag')} expanded={open === 'tag'} onClick={() => toggle('tag')} />
            <WordButton
              icon={anyUnread ? 'check' : 'dot'}
              label={anyUnread ? t('markRead') : t('markUnread')}
              onClick={() => actions.setRead(ids, anyUnread)}
            />
            <WordButton
              icon="close"
              label={t('remove')}
              onClick={() => {
                actions.remove(ids);
                onRemoved();
              }}
            />
            <WordButton
              icon="download"
              label={t('exportChosen')}
              expanded={open === 'export'}
              onClick={() => toggle('export')}
            />
          </span>
        ) : (
          <button type="button" class="button" aria-expanded={open === 'export'} onClick={() => toggle('export')}>
            <Icon name="download" />
            {t('exportAll')}
          </button>
        )}
      </div>
      {open === 'export' && (
        <CiteBox papers={papers} cite={actions.cite} label={count('exportPapers', papers.length)} />
      )}
      {open === 'tag' && some && (
        <TagField label={count('tagPapers', ids.length)} known={tags} onAdd={(tag) => actions.addTag(ids, tag)} />
      )}
    </div>
  );
}

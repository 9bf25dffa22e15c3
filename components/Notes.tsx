import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SavedEntry } from '../lib/saved/entry';
import { Icon } from './icons';
import { Met } from './Met';
import { t } from './strings';
import { TagEditor } from './Tags';
import { useChosen } from './use-chosen';

export interface NoteActs {
  setRead: (ids: readonly string[], read: boolean) => void;
  addTag: (ids: readonly string[], tag: string) => void;
  removeTag: (id: string, tag: string) => void;
  /** @returns whether the browser had room for it */
  setNote: (id: string, note: string) => Promise<boolean>;
}

/** A note is kept this long after the last key, and when its field is left, in milliseconds. */
const SETTLE = 500;

/** What the reader added to a saved paper: read or not, tags, a note, where it was met. */
export function Notes({ entry, known, actions }: { entry: SavedEntry; known: readonly string[]; actions: NoteActs }) {
  const { paper, tags, note, met } = entry;
  const [read, setRead] = useChosen(entry.read, (next) => actions.setRead([paper.id], next));
  return (
    <section class="notes" aria-label={t('notesLabel')}>
      <label class="check">
        <input type="checkbox" checked={read} onChange={(event) => setRead(event.currentTarget.checked)} />
        {t('isRead')}
      </label>
      <TagEditor
        tags={tags}
        known={known}
        onAdd={(tag) => actions.addTag([paper.id], tag)}
        onRemove={(tag) => actions.removeTag(paper.id, tag)}
      />
      <NoteField key={paper.id} note={note} onNote={(next) => actions.setNote(paper.id, next)} />
      {met && <Met met={met} />}
    </section>
  );
}

/** The note grows with its text. What is typed is kept by itself. */
function NoteField({ note, onNote }: { note: string; onNote: (note: string) => Promise<boolean> }) {
  const id = useId();
  const [text, setText] = useState(note);
  const field = useRef<HTMLTextAreaElement>(null);
  /** What was handed on last: a change from elsewhere is one that is neither this nor what is being typed. */
  const kept = useRef(note);
  const save = useRef(onNote);
  save.current = onNote;
  useEffect(() => {
    if (note !== kept.current) {
      kept.current = note;
      typed.current = note;
      setText(note);
    }
  }, [note]);
  const stored = useRef(note);
  stored.current = note;
  const keep = async (next: string) => {
    if (next === kept.current) return;
    kept.current = next;
    const done = await save.current(next);
    // What could not be stored is tried again when the field or the paper is left.
    if (!done && kept.current === next) kept.current = stored.current;
  };
  const typed = useRef(note);
  useEffect(() => {
    const timer = setTimeout(() => void keep(text), SETTLE);
    return () => clearTimeout(timer);
  }, [text]);
  // What was typed last is kept when the paper is left in mid-word, and when the panel is closed.
  useLayoutEffect(() => {
    const leave = () => void keep(typed.current);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return (
    <div class="note-field">
      <label class="hidden" for={id}>
        {t('note')}
      </label>
      <Icon name="note" />
      <textarea
        id={id}
        ref={field}
        rows={1}
        placeholder={t('notePlaceholder')}
        value={text}
        dir="auto"
        maxLength={10_000}
        onInput={(event) => {
          typed.current = event.currentTarget.value;
          setText(typed.current);
        }}
        onBlur={() => void keep(typed.current)}
      />
    </div>
  );
}

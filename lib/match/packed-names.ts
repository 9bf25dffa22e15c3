import type { KnownNames, NameHit, SimilarName } from '../search/names';
import { slipsBetween } from '../search/packed/slips';
import { foldKey } from '../text/fold';
import { hashOf } from '../text/squeeze';
import type { Word } from '../text/words';
import type { StoredTitles } from './stored-titles';

/** Names longer than this many words are only looked up as the whole query. */
const NAME_WORDS = 5;
const PREFIX_MIN = 3;
const BEGUN = 20;
/** Shorter names have too many neighbours. */
const SIMILAR_MIN = 6;
/** From this length on two slips are forgiven. */
const LONG = 9;

/** Names and titles of a stored shelf by their folded letters: as NameIndex, over packed tables. */
export class PackedNames implements KnownNames {
  constructor(private readonly titles: StoredTitles) {}

  find(words: readonly Word[], prefix: boolean): NameHit[] {
    const hits: NameHit[] = [];
    const whole = words.map((word) => word.text).join('');
    hits.push(...this.named(whole, 0, words.length));
    for (let from = 0; from < words.length; from++) {
      let key = '';
      for (let to = from + 1; to <= Math.min(words.length, from + NAME_WORDS); to++) {
        key += words[to - 1]!.text;
        if (from !== 0 || to !== words.length) hits.push(...this.named(key, from, to));
      }
    }
    if (prefix && !hits.some((hit) => hit.to === words.length) && whole.length >= PREFIX_MIN) {
      for (const { paper, form, key } of this.titles.beginning(whole, BEGUN)) {
        const kind = form.kind === 'name' ? 'name' : 'title';
        hits.push({ paper, kind, text: form.text, from: 0, to: words.length, likeness: whole.length / key.length });
      }
    }
    return hits;
  }

  has(text: string): boolean {
    return this.named(text.replace(/ /g, ''), 0, 1).length > 0;
  }

  findSimilar(word: string): readonly SimilarName[] {
    if (word.length < SIMILAR_MIN) return [];
    const most = word.length < LONG ? 1 : 2;
    const found: SimilarName[] = [];
    for (const { paper, text, key } of this.titles.names()) {
      if (key[0] !== word[0] || Math.abs(key.length - word.length) > most + 2) continue;
      const bare = key.replace(/\d+$/, '');
      if (slipsBetween(units(key), units(word), most) <= most || slipsBetween(units(bare), units(word), most) <= most)
        found.push({ paper, text, likeness: 0.8 });
    }
    return found;
  }

  private named(key: string, from: number, to: number): NameHit[] {
    if (key.length < 2) return [];
    const hits: NameHit[] = [];
    for (const { paper, forms } of this.titles.byKey(hashOf(key))) {
      const form = forms.find(({ text }) => foldKey(text) === key);
      if (form)
        hits.push({ paper, kind: form.kind === 'name' ? 'name' : 'title', text: form.text, from, to, likeness: 1 });
    }
    return hits;
  }
}

const units = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0));

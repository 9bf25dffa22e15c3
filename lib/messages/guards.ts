import * as v from 'valibot';
import { QUERY_MAX } from '../search/parse-query';
import type { Input, ToBackground } from './protocol';

/** A page's content script is as trustworthy as the page: every message is checked here by shape and size before anything reads it. */
const BLOCKS = 64;
const BLOCK_CHARACTERS = 70_000;
const FOUND = 2000;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const id = text(200);
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
const kind = v.picklist(['title', 'name', 'term', 'id']);
const nothing = v.strictObject({});
const query = text(20 * QUERY_MAX);

const block = v.strictObject({
  text: text(BLOCK_CHARACTERS),
  links: v.optional(v.pipe(v.array(v.strictTuple([index, index, text(500)])), v.maxLength(2000))),
  defined: v.optional(v.pipe(v.array(v.strictObject({ short: text(20), long: text(300) })), v.maxLength(200))),
  before: v.optional(text(500)),
  after: v.optional(text(500)),
});

const found = v.strictObject({
  id,
  kind,
  title: text(1000),
  text: text(2000),
  count: index,
  marks: v.pipe(v.array(index), v.maxLength(FOUND)),
  cited: v.optional(v.boolean()),
});

const pageState = v.strictObject({
  document: text(100),
  url: text(8000),
  title: text(2000),
  found: v.pipe(v.array(found), v.maxLength(FOUND)),
  progress: v.picklist(['scanning', 'done', 'partial']),
  references: v.optional(v.strictObject({ entries: index, known: index })),
  self: v.optional(id),
  ms: v.pipe(v.number(), v.finite(), v.minValue(0)),
});

const panelRequest = v.variant('view', [
  v.strictObject({ view: v.literal('page') }),
  v.strictObject({ view: v.literal('saved') }),
  v.strictObject({ view: v.literal('search'), query, context: v.optional(text(4000)) }),
  v.strictObject({ view: v.literal('paper'), id, terms: v.optional(v.pipe(v.array(text(100)), v.maxLength(200))) }),
  v.strictObject({ view: v.literal('term'), id }),
]);

const SCHEMAS: { [K in keyof ToBackground]: v.GenericSchema<unknown, unknown> } = {
  'filter.get': nothing,
  'page.match': v.strictObject({ blocks: v.pipe(v.array(block), v.maxLength(BLOCKS)) }),
  'page.report': v.strictObject({ state: pageState }),
  'lookup.search': v.strictObject({
    query,
    context: v.optional(text(4000)),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))),
  }),
  'paper.get': v.strictObject({ id }),
  'term.get': v.strictObject({ id }),
  'page.related': v.strictObject({ text: text(60_000), without: v.pipe(v.array(id), v.maxLength(FOUND)) }),
  'marks.style': nothing,
  'card.load': nothing,
  'panel.open': v.strictObject({ request: panelRequest }),
  'card.save': v.strictObject({ id, saved: v.boolean() }),
  'library.changed': nothing,
  'card.seen': v.strictObject({ id }),
};

export type Checked = { [K in keyof ToBackground]: { type: K; input: Input<ToBackground, K> } }[keyof ToBackground];

/** A message of ours with an input of the right shape, or undefined. */
export function checkMessage(message: unknown): Checked | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, input } = message as { type?: unknown; input?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(SCHEMAS, type)) return undefined;
  return v.is(SCHEMAS[type as keyof ToBackground], input) ? ({ type, input } as Checked) : undefined;
}

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Why } from '../lib/lookup/answer';
import type { PaperHead } from '../lib/papers/paper';
import { Abstract } from './Abstract';
import { Byline } from './Byline';
import { Evidence } from './Evidence';
import { Icon } from './icons';
import { Marked } from './marked';
import { PaperActions, type PaperActs } from './PaperActions';
import { PaperLinks } from './PaperLinks';
import { shorten } from './shorten';
import { t } from './strings';

/** About as much as Wikipedia's previews show: enough to judge by, the rest is read in the panel. */
const EXCERPT_CHARACTERS = 525;

export interface CardActs extends PaperActs {
  /** Draws a close button. Escape and clicks outside are for the one who placed the card. */
  close?: () => void;
}

export interface PaperCardProps {
  paper: PaperHead;
  /** The abstract, or the part of it that answers. */
  excerpt: string;
  why: readonly Why[];
  /** Folded stems to be marked. */
  terms: readonly string[];
  saved: boolean;
  /** The reader has read it before. */
  seen?: boolean;
  actions: CardActs;
  /** Drawn beside the close button: "2 of 5" of a deck. */
  pager?: ComponentChildren;
  /** The whole excerpt instead of its beginning. */
  whole?: boolean | undefined;
}

/** One paper at a glance: what the window at a mark or a selection shows. */
export function PaperCard({ paper, excerpt, why, terms, saved, seen, actions, pager, whole }: PaperCardProps) {
  const heading = useId();
  const { close } = actions;
  return (
    <article class="card" aria-labelledby={heading}>
      <div class="card-body">
        {(pager || close) && (
          <div class="card-corner">
            {pager}
            {close && (
              <button
                type="button"
                class="icon-button"
                aria-label={t('close')}
                title={t('close')}
                onClick={() => close()}
              >
                <Icon name="close" />
              </button>
            )}
          </div>
        )}
        <h2 class="title" id={heading} dir="auto">
          <Marked text={paper.title} terms={terms} />
        </h2>
        <Byline paper={paper} />
        {seen && (
          <p class="card-seen">
            <Icon name="seen" />
            {t('seenBefore')}
          </p>
        )}
        <Evidence why={why} />
        <Abstract text={whole ? excerpt : shorten(excerpt, EXCERPT_CHARACTERS)} terms={terms} />
      </div>
      <footer class="card-foot">
        <PaperActions key={paper.id} paper={paper} saved={saved} actions={actions} />
        <PaperLinks paper={paper} />
      </footer>
    </article>
  );
}

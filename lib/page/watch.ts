import { blockOf, isBlock, isInSkipped } from './visible-text';

/** Changes are gathered this long before they are read, in milliseconds: a page that changes all the time is read now and then. */
const SETTLE = 250;
/** Past this many changed blocks at once the whole page is read again, in slices. */
const MANY = 200;

/**
 * Follows the changes of a tree.
 * @param onChange called with the blocks whose text changed, the outermost only, after things have settled
 */
export function watch(root: Node, onChange: (changed: Set<Element>) => void, signal: AbortSignal): void {
  let dirty = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = (node: Node) => {
    if (dirty.size > MANY) return;
    const block = blockOf(node);
    if (block?.isConnected) dirty.add(block);
  };
  const flush = () => {
    timer = undefined;
    const changed = dirty;
    dirty = new Set();
    if (changed.size > MANY) return onChange(new Set([document.body]));
    for (const element of changed) {
      for (let at = element.parentElement; at; at = at.parentElement) {
        if (changed.has(at)) {
          changed.delete(element);
          break;
        }
      }
    }
    for (const element of changed) if (!element.isConnected || isInSkipped(element)) changed.delete(element);
    onChange(changed);
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') note(record.target);
      else {
        for (const added of record.addedNodes)
          if (added.nodeType === Node.ELEMENT_NODE || added.nodeType === Node.TEXT_NODE) note(added);
        if (record.removedNodes.length && mayJoin(record)) note(record.target);
      }
    }
    timer ??= setTimeout(flush, SETTLE);
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

/** Whether text may stand together now that was parted by what went. Between blocks it does not: a list whose oldest line goes is not read again. */
const mayJoin = ({ target, previousSibling, nextSibling }: MutationRecord): boolean =>
  !isBlock(target) || [previousSibling, nextSibling].some((node) => node && !isBlock(node));

import { blockOf, isBlock, isInSkipped } from './visible-text';

/** Changes are gathered this long before they are read, in milliseconds: a page that changes all the time is read now and then. */
const SETTLE = 250;
/** Past this many changed blocks at once the whole tree is read again, in slices. */
const MANY = 200;

/**
 * Follows the changes of a tree.
 * @param onChange called with the blocks whose text changed, the outermost only, after things have settled; the root stands for text right
 * below a shadow root
 * @returns ends it
 */
export function watch(root: Node, onChange: (changed: Set<Node>) => void): () => void {
  let dirty = new Set<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = (node: Node) => {
    if (dirty.size > MANY) return;
    if (node.isConnected) dirty.add(blockOf(node) ?? root);
  };
  const flush = () => {
    timer = undefined;
    const changed = dirty.size > MANY ? new Set<Node>([root]) : dirty;
    dirty = new Set();
    for (const node of changed) {
      for (let at = node.parentNode; at; at = at.parentNode) {
        if (changed.has(at)) {
          changed.delete(node);
          break;
        }
      }
    }
    for (const node of changed) if (!node.isConnected || isInSkipped(node)) changed.delete(node);
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
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}

/** Whether text may stand together now that was parted by what went. Between blocks it does not: a list whose oldest line goes is not read again. */
const mayJoin = ({ target, previousSibling, nextSibling }: MutationRecord): boolean =>
  !(isBlock(target) || target instanceof ShadowRoot) ||
  [previousSibling, nextSibling].some((node) => node && !isBlock(node));

/** So few are sorted at once. */
const FEW = 200;

/** The items in order, sorted only as far as somebody reads: a heap (J. W. J. Williams, CACM 1964). The list itself is changed. */
export function inOrder<T>(items: T[], compare: (a: T, b: T) => number): Iterable<T> {
  return items.length <= FEW ? items.sort(compare) : fromHeap(items, compare);
}

function* fromHeap<T>(heap: T[], compare: (a: T, b: T) => number): Generator<T> {
  const sink = (at: number) => {
    const item = heap[at]!;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && compare(heap[child + 1]!, heap[child]!) < 0) child++;
      if (compare(heap[child]!, item) >= 0) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = item;
  };
  for (let at = heap.length >> 1; at >= 0; at--) sink(at);
  while (heap.length) {
    yield heap[0]!;
    const last = heap.pop()!;
    if (!heap.length) return;
    heap[0] = last;
    sink(0);
  }
}

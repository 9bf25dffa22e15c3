/** Papers that are gone but still in a segment until it is merged: a bit each. */
export type Deleted = Uint8Array;

export const isDeleted = (deleted: Deleted | undefined, paper: number): boolean =>
  deleted !== undefined && ((deleted[paper >> 3] ?? 0) & (1 << (paper & 7))) !== 0;

/** The same bits and one more; the old ones stay as they are, so that an undo has them. */
export function withDeleted(deleted: Deleted | undefined, papers: number, gone: Iterable<number>): Deleted {
  const bits = new Uint8Array((papers + 7) >> 3);
  if (deleted) bits.set(deleted.subarray(0, bits.length));
  for (const paper of gone) if (paper >= 0 && paper < papers) bits[paper >> 3] = bits[paper >> 3]! | (1 << (paper & 7));
  return bits;
}

/** How many papers a segment has without the deleted ones. */
export function liveCount({ segment, deleted }: { segment: { papers: number }; deleted?: Deleted }): number {
  let live = segment.papers;
  if (deleted) for (let paper = 0; paper < segment.papers; paper++) if (isDeleted(deleted, paper)) live--;
  return live;
}

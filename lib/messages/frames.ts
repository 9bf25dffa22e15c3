import type { Found, PageState } from './protocol';

/** Marks of a tab are numbered through all its frames: frame by frame, by their ids. */
const FRAME_ROOM = 100_000;

/** What each frame of a tab has found, by frame id, which is the order of an object's keys; the top frame is 0. */
export type FrameStates = Record<string, PageState>;

/** The whole page as popup and panel show it: the top frame's address and title, and what all frames found. */
export function joinFrames(frames: FrameStates): PageState | null {
  const order = Object.keys(frames);
  const top = frames['0'] ?? Object.values(frames)[0];
  if (!top) return null;
  const found = new Map<string, Found>();
  // The top frame's own order first: frames stand where the page puts them, which nobody can tell from outside.
  for (const frame of Object.keys(frames).sort((a, b) => Number(b === '0') - Number(a === '0'))) {
    const offset = order.indexOf(frame) * FRAME_ROOM;
    for (const one of frames[frame]!.found) {
      const marks = one.marks.map((mark) => mark + offset);
      const known = found.get(`${one.kind} ${one.id}`);
      if (!known) found.set(`${one.kind} ${one.id}`, { ...one, marks });
      else {
        const { cited, ...same } = known;
        found.set(`${one.kind} ${one.id}`, {
          ...same,
          count: known.count + one.count,
          marks: [...known.marks, ...marks],
          ...(cited && one.cited && { cited }),
        });
      }
    }
  }
  const states = Object.values(frames);
  return {
    ...top,
    found: [...found.values()],
    progress: states.some((state) => state.progress === 'partial') ? 'partial' : top.progress,
    ms: states.reduce((sum, state) => sum + state.ms, 0),
  };
}

/** The frame that a mark's number of the tab belongs to, and its number there. */
export function frameOfMark(frames: FrameStates, mark: number): { frameId: number; index: number } {
  return { frameId: Number(Object.keys(frames)[Math.floor(mark / FRAME_ROOM)] ?? 0), index: mark % FRAME_ROOM };
}

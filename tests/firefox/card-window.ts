import { describeRoot, type Shown } from '../e2e/card-window';
import { placeOf } from '../e2e/marks';
import type { Fox } from './open';
import type { Tab } from './tab';

interface DomNode {
  value: { children?: DomNode[]; shadowRoot?: { sharedId: string; value: { mode: string } } };
}

/** What Sidelight shows over a page. Its shadow root is closed to the page; BiDi gives it all the same. */
export async function shown(fox: Fox, { context }: Tab): Promise<Shown | undefined> {
  // A world of its own: what a page has done to its DOM is not seen from there.
  const target = { context, sandbox: 'test' };
  const { result } = await fox.send<{ result: DomNode }>('script.evaluate', {
    expression: 'document.documentElement',
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
  });
  const roots = (result.value.children ?? []).flatMap(({ value }) => value.shadowRoot ?? []);
  if (roots.length > 1) throw new Error(`${roots.length} windows at once`);
  if (!roots[0]) return undefined;
  const told = await fox.send<{ result: { value: string } }>('script.callFunction', {
    functionDeclaration: `function () { return JSON.stringify((${String(describeRoot)}).call(this)); }`,
    this: { sharedId: roots[0].sharedId },
    target,
    awaitPromise: false,
  });
  return JSON.parse(told.result.value) as Shown;
}

/**
 * Rests the pointer on a phrase, as a hand that is never quite still, until the phrase stays under it: a page that is laid out anew just then,
 * as beside a sidebar that opens, takes its words away, and one that was just scrolled may get the pointer where it was before. A page that never rests is followed for a while.
 */
export async function rest(tab: Tab, phrase: string): Promise<void> {
  let before = '';
  for (let round = 0; round < 20; round++) {
    const { x, y } = await placeOf(tab, phrase);
    await tab.mouse.move(x + (round % 2), y);
    if (`${x} ${y}` === before) return;
    before = `${x} ${y}`;
    await tab.waitForTimeout(100);
  }
}

/** Clicks what has a name in the window, with the pointer. */
export async function press(fox: Fox, tab: Tab, name: string): Promise<void> {
  const control = (await shown(fox, tab))?.controls.find((one) => one.name === name);
  if (!control) throw new Error(`no “${name}” in the window`);
  await tab.mouse.click(control.x, control.y);
}

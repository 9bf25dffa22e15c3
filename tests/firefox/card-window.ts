import { describeRoot, type Shown } from '../e2e/card-window';
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

/** Clicks what has a name in the window, with the pointer. */
export async function press(fox: Fox, tab: Tab, name: string): Promise<void> {
  const control = (await shown(fox, tab))?.controls.find((one) => one.name === name);
  if (!control) throw new Error(`no “${name}” in the window`);
  await tab.mouse.click(control.x, control.y);
}

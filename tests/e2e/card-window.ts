import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Control {
  name: string;
  href: string;
  x: number;
  y: number;
}

/** What Sidelight shows over a page: its button, or a card. */
export interface Shown {
  text: string;
  controls: Control[];
  /** The name of the control that has the focus; '' where none has. */
  focused: string;
  box: { left: number; top: number; right: number; bottom: number };
}

interface DomNode {
  backendNodeId: number;
  shadowRootType?: string;
  shadowRoots?: DomNode[];
  children?: DomNode[];
  /** The page in a frame. */
  contentDocument?: DomNode;
}

/** Every window of ours on a page. Their shadow roots are closed, to the page and to Playwright; the debugger reaches them. */
export async function windows(page: Page): Promise<Shown[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    return await Promise.all(closedRoots(root as DomNode).map((node) => look(session, node.backendNodeId)));
  } finally {
    await session.detach();
  }
}

/** The one window there is; undefined where there is none. */
export async function shown(page: Page): Promise<Shown | undefined> {
  const all = await windows(page);
  if (all.length > 1) throw new Error(`${all.length} windows at once`);
  return all[0];
}

/** Clicks what has a name in the window, with the pointer, once it is there and stands still. */
export async function press(page: Page, name: string): Promise<void> {
  const find = async () => (await shown(page))?.controls.find((one) => one.name === name);
  let control: Control | undefined;
  const stands = async () => {
    const before = control;
    control = await find();
    return !!control && control.x === before?.x && control.y === before.y;
  };
  await expect.poll(stands, { message: `no “${name}” in the window` }).toBe(true);
  if (!control) return;
  await page.mouse.move(control.x, control.y, { steps: 2 });
  await page.mouse.click(control.x, control.y);
}

/** When the windows of a page came and went, and the pointer was moved, by the page's own clock in milliseconds. */
export interface Noted {
  came: number[];
  went: number[];
  moved: number[];
}

/** Lets a page note from now on when a window of ours comes or goes, however late the test asks. */
export async function noteWindows(page: Page): Promise<() => Promise<Noted>> {
  await page.evaluate(() => {
    const noted: Noted = { came: [], went: [], moved: [] };
    (window as { noted?: Noted }).noted = noted;
    addEventListener('pointermove', ({ timeStamp }) => void noted.moved.push(timeStamp), { capture: true });
    const observer = new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records) {
        if (addedNodes.length) noted.came.push(performance.now());
        if (removedNodes.length) noted.went.push(performance.now());
      }
    });
    observer.observe(document.documentElement, { childList: true });
  });
  return () => page.evaluate(() => (window as unknown as { noted: Noted }).noted);
}

function closedRoots(node: DomNode): DomNode[] {
  const own = (node.shadowRoots ?? []).filter(({ shadowRootType }) => shadowRootType === 'closed');
  return [...own, ...[...(node.children ?? []), node.contentDocument ?? []].flat().flatMap(closedRoots)];
}

async function look(session: CDPSession, backendNodeId: number): Promise<Shown> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId!,
    functionDeclaration: describeRoot.toString(),
    returnByValue: true,
  });
  return result.value as Shown;
}

/** Runs in the page. */
export function describeRoot(this: ShadowRoot): Shown {
  const nameOf = (element: Element | null) =>
    element ? (element.getAttribute('aria-label') ?? (element as HTMLElement).innerText ?? '').trim() : '';
  const controls = [...this.querySelectorAll<HTMLElement>('button, a[href]')].map((control) => {
    const { left, top, width, height } = control.getBoundingClientRect();
    const href = control instanceof HTMLAnchorElement ? control.href : '';
    return { name: nameOf(control), href, x: left + width / 2, y: top + height / 2 };
  });
  const content = [...this.children].filter((child) => child.tagName !== 'STYLE') as HTMLElement[];
  const { left, top, right, bottom } = (content[0]?.firstElementChild ?? this.host).getBoundingClientRect();
  return {
    text: content.map((child) => child.innerText).join('\n'),
    controls,
    focused: nameOf(this.activeElement),
    box: { left, top, right, bottom },
  };
}

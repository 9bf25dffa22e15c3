/** Elements whose text is no text of the page, or that the reader writes in. */
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA INPUT SELECT OPTION DATALIST IFRAME OBJECT EMBED CANVAS VIDEO AUDIO SVG MATH HEAD METER PROGRESS'.split(
    ' ',
  ),
);
const EDITORS =
  '[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"],[role="textbox"],.CodeMirror,.cm-editor,.monaco-editor,.ace_editor';
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HTML ' +
    'LEGEND LI MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

/** Whether text below this element is left alone: code, controls, editors. */
export function isSkipped(element: Element): boolean {
  return SKIPPED.has(element.tagName.toUpperCase()) || element.matches(EDITORS);
}

/** The same for a node anywhere below one, or in a document that is an editor as a whole. */
export function isInSkipped(node: Node): boolean {
  if (document.designMode === 'on') return true;
  for (let at = node instanceof Element ? node : node.parentElement; at; at = at.parentElement)
    if (isSkipped(at)) return true;
  return false;
}

/** The element that makes the line or paragraph a node stands in. */
export function blockOf(node: Node): Element | undefined {
  for (let at = node instanceof Element ? node : node.parentElement; at; at = at.parentElement) {
    if (BLOCKS.has(at.tagName)) return at;
    if (!at.parentElement) return at;
  }
  return undefined;
}

/** Whether a node is an element that no text goes on through: what stands before and after it is parted. */
export const isBlock = (node: Node | null): boolean => node instanceof Element && BLOCKS.has(node.tagName);

/** Whether the reader can see the text of a node: not hidden, transparent, clipped away or of no size. */
export function isVisible(text: Text): boolean {
  // Text right below a shadow root stands in the host.
  const element = text.parentElement ?? (text.parentNode as ShadowRoot | null)?.host;
  if (!element?.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: false }))
    return false;
  // Text for screen readers only, in a box of a pixel.
  const box = element.getBoundingClientRect();
  if (box.width > 2 || box.height > 2) return true;
  return getComputedStyle(element).display === 'contents';
}

/** Whether a line break stands between two neighbouring text nodes that no white space parts: one of them ends a box of its own. */
export function isParted(before: Text, after: Text): boolean {
  const shared = commonAncestor(before, after);
  for (const node of [before, after]) {
    for (let at = node.parentElement; at && at !== shared; at = at.parentElement) {
      if (!getComputedStyle(at).display.startsWith('inline') && getComputedStyle(at).display !== 'contents')
        return true;
    }
  }
  return false;
}

function commonAncestor(a: Node, b: Node): Node | null {
  let at: Node | null = a.parentNode;
  while (at && !at.contains(b)) at = at.parentNode;
  return at;
}

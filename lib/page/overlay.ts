/**
 * The one element that Sidelight adds to a page, and only after a hit was hovered or a gesture made: a host with a closed shadow root in
 * the top layer. The page can neither style nor read what is in it; if it removes the host, the next use brings it back.
 */
export class Overlay {
  private host: HTMLElement | undefined;
  private root: ShadowRoot | undefined;

  constructor(private readonly css: string) {}

  /** The element to draw into. */
  open(): HTMLElement {
    if (!this.host?.isConnected || !this.root) {
      this.host = document.createElement('div');
      // A page's style for "div" must not reach it; nothing here takes part in the page's layout.
      const set = (name: string, value: string) => this.host!.style.setProperty(name, value, 'important');
      set('all', 'initial');
      set('position', 'fixed');
      set('inset', '0 auto auto 0');
      set('width', '0');
      set('height', '0');
      set('z-index', '2147483647');
      set('overflow', 'visible');
      this.root = this.host.attachShadow({ mode: 'closed' });
      addStyle(this.root, this.css);
      this.root.append(document.createElement('div'));
      // A dialog or a full-screen element would cover everything that is not inside it.
      (document.fullscreenElement ?? document.documentElement).append(this.host);
    }
    this.raise();
    return this.root.lastElementChild as HTMLElement;
  }

  /** Into the top layer, above the page's dialogs. */
  private raise(): void {
    if (!this.host || !('popover' in this.host) || this.host.popover === 'manual') return;
    this.host.popover = 'manual';
    this.host.showPopover();
  }

  get element(): HTMLElement | undefined {
    return this.host?.isConnected ? this.host : undefined;
  }

  remove(): void {
    this.host?.remove();
    this.host = this.root = undefined;
  }
}

function addStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox refuses a content script's sheet in the page's document (bug 1751346).
    const style = document.createElement('style');
    style.textContent = css;
    root.prepend(style);
  }
}

import { defineContentScript } from 'wxt/utils/define-content-script';
import { start } from './start';
import './marks.css';

/** Frames of advertisements, pixels and buttons; the sizes are those below which nobody reads. */
function isTooSmall(): boolean {
  try {
    return innerWidth < 300 || innerHeight < 150;
  } catch {
    // Firefox throws where the frame went away before its script began.
    return true;
  }
}

export default defineContentScript({
  matches: ['<all_urls>'],
  runAt: 'document_idle',
  allFrames: true,
  matchAboutBlank: true,
  // A page could see by the rules for our marks that Sidelight is there: they come with the first mark (marks.style).
  cssInjectionMode: 'manual',
  main() {
    // The browser's PDF viewer, pictures, plain XML: no text of ours to read. In PDFs the context menu is the way in.
    if (!(document instanceof HTMLDocument) || document.contentType === 'application/pdf') return;
    if (window !== window.top && isTooSmall()) return;
    start();
  },
});

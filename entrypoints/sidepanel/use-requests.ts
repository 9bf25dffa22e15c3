import { useEffect } from 'preact/hooks';
import { panelRequest } from '../../lib/browser/state';
import type { PanelRequest } from '../../lib/messages/protocol';

/** Does what popup, card and menu ask of this window's panel, whether it was open already or was opened for it. */
export function useRequests(windowId: number | undefined, onRequest: (request: PanelRequest) => void): void {
  useEffect(() => {
    if (windowId === undefined) return;
    const request = panelRequest(windowId);
    return request.follow((wanted) => {
      if (!wanted) return;
      onRequest(wanted);
      // Taken: the same request made again must count as a change.
      void request.set(null);
    });
  }, [windowId, onRequest]);
}

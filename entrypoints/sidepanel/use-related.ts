import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, askTab } from '../../lib/browser/messaging';
import type { PaperHead } from '../../lib/papers/paper';

/**
 * Papers like a page that are not on it. The page's text is asked for when the reader looks (`shown`), and again when the page has
 * another address or other papers are found on it.
 */
export function useRelated(
  tabId: number | undefined,
  url: string,
  ids: readonly string[],
  shown: boolean,
): readonly PaperHead[] {
  const [near, setNear] = useState<{ page: string; papers: readonly PaperHead[] }>();
  const asked = useRef('');
  const page = `${tabId} ${url}`;
  const known = ids.join('\n');
  useEffect(() => {
    const question = `${page}\n${known}`;
    if (!shown || tabId === undefined || asked.current === question) return;
    asked.current = question;
    void papersLike(tabId, known ? known.split('\n') : []).then(
      (papers) => asked.current === question && setNear({ page, papers }),
    );
  }, [tabId, page, known, shown]);
  return near?.page === page ? near.papers.filter(({ id }) => !ids.includes(id)) : [];
}

async function papersLike(tabId: number, without: string[]): Promise<readonly PaperHead[]> {
  const text = await askTab(tabId, 'page.text', {});
  if (!text.ok || !text.value.trim()) return [];
  const reply = await ask('page.related', { text: text.value, without });
  return reply.ok ? reply.value : [];
}

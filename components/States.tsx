import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../lib/util/result';
import { t } from './strings';

interface EmptyProps {
  title: string;
  hint?: string;
  /** A button that helps. */
  children?: ComponentChildren;
}

/** Says why there is nothing here, and what to do. */
export function Empty({ title, hint, children }: EmptyProps) {
  return (
    <div class="state">
      <p class="state-title">{title}</p>
      {hint && <p class="state-hint">{hint}</p>}
      {children}
    </div>
  );
}

/** Nothing matches, said plainly; what came closest is shown on request. */
export function NoMatch({
  query,
  hasNearest,
  onNearest,
}: {
  query: string;
  hasNearest: boolean;
  onNearest: () => void;
}) {
  return (
    <div class="state" role="status">
      <p class="state-title">{t('noMatch')}</p>
      <p class="state-hint" dir="auto">
        {t('noMatchHint', query)}
      </p>
      {hasNearest && (
        <button type="button" class="button" onClick={onNearest}>
          {t('showNearest')}
        </button>
      )}
    </div>
  );
}

const PATIENCE_MS = 1000;

/** A word of waiting, after one second: most answers are there long before. */
export function Loading() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="state" role="status">
      {shown && <p class="state-hint">{t('loading')}</p>}
    </div>
  );
}

/** What went wrong, and the way on. */
export function Trouble({ error, onRetry }: { error: Failure; onRetry: () => void }) {
  return (
    <div class="state" role="alert">
      <p class="state-title">{t('trouble')}</p>
      <p class="state-hint">
        {error.code === 'unreachable' ? t('troubleUnreachable') : t('troubleFailed', error.message.slice(0, 200))}
      </p>
      <button type="button" class="button" onClick={onRetry}>
        {t('retry')}
      </button>
    </div>
  );
}

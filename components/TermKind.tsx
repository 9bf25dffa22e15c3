import { type MessageKey, t } from './strings';

/** What sort of thing a term names; nothing for a sort that has no word here. */
export function TermKind({ kind }: { kind: string }) {
  const label = t(`termKind_${kind}` as MessageKey);
  return label ? <p class="term-kind">{label}</p> : null;
}

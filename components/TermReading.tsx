import type { TermView } from '../lib/lookup/answer';
import { Definition } from './Definition';
import { PaperList } from './PaperList';
import { languageName, t } from './strings';
import { TermChips } from './TermChips';
import { TermKind } from './TermKind';
import { useArrival } from './use-arrival';

interface Props {
  view: TermView;
  onPaper: (id: string) => void;
  onTerm: (id: string) => void;
}

/** One term to be read about: what it is, the papers about it, what goes with it, what it is called elsewhere. */
export function TermReading({
  view: { id, name, kind, definition, papers, neighbours, names },
  onPaper,
  onTerm,
}: Props) {
  const heading = useArrival(id);
  return (
    <article class="reading">
      <TermKind kind={kind} />
      <h1 class="reading-title" dir="auto" tabIndex={-1} ref={heading}>
        {name}
      </h1>
      {definition && <Definition definition={definition} onPaper={onPaper} />}
      <PaperList title={t('termPapers')} papers={papers} onPaper={onPaper} />
      {neighbours.length > 0 && (
        <section class="section">
          <h2 class="section-title">{t('termNeighbours')}</h2>
          <TermChips key={id} terms={neighbours} label={t('termNeighbours')} onTerm={onTerm} />
        </section>
      )}
      {names.length > 0 && (
        <section class="section">
          <h2 class="section-title">{t('termNames')}</h2>
          <dl class="names">
            {names.map(([language, text]) => (
              <div key={`${language} ${text}`}>
                <dt>{languageName(language)}</dt>
                <dd lang={language} dir="auto">
                  {text}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </article>
  );
}

import { useState } from 'preact/hooks';
import { type Columns, FIELDS, type Field, type ImportView } from './library-state';
import { t } from './strings';

interface Props {
  job: Extract<ImportView, { step: 'columns' }>;
  onDone: (columns: Columns, named: boolean) => void;
  onCancel: () => void;
}

/** Which column of a table holds what; guessed from its header, set right by the reader. */
export function ColumnChoice({ job, onDone, onCancel }: Props) {
  const { file, header, example } = job;
  const [columns, setColumns] = useState(job.columns);
  const [named, setNamed] = useState(true);
  const isSure = Object.keys(job.columns).length > 0;
  const set = (field: Field, column: number) =>
    setColumns(({ [field]: _, ...others }) => (column < 0 ? others : { ...others, [field]: column }));
  return (
    <form
      class="import"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(columns, named);
      }}
    >
      <h2 class="import-title" dir="auto">
        {file}
      </h2>
      <p class="state-hint">{t('columnsHint')}</p>
      <div class="column-fields">
        {FIELDS.map((field) => (
          <label key={field} class="field-row">
            <span>{t(`field_${field}`)}</span>
            <select
              class="field"
              value={columns[field] ?? -1}
              onChange={(event) => set(field, Number(event.currentTarget.value))}
            >
              <option value={-1}>{t('columnNone')}</option>
              {header.map((name, column) => (
                <option key={column} value={column}>
                  {name || t('columnNumber', column + 1)}
                </option>
              ))}
            </select>
            <span class="fine column-example" dir="auto">
              {columns[field] === undefined ? '' : example[columns[field]]}
            </span>
          </label>
        ))}
      </div>
      {!isSure && (
        <label class="check">
          <input type="checkbox" checked={named} onChange={(event) => setNamed(event.currentTarget.checked)} />
          {t('columnsNamed')}
        </label>
      )}
      <div class="actions">
        <button type="submit" class="button button-main" disabled={columns.title === undefined}>
          {t('columnsDone')}
        </button>
        <button type="button" class="button button-quiet" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}

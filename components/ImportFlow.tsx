import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ColumnChoice } from './ColumnChoice';
import { ImportPreview } from './ImportPreview';
import type { ImportView, LibraryActs } from './library-state';
import { durationOf, numberOf } from './sizes';
import { count, t } from './strings';

/** An import from the file to the finished shelf, a step at a time. Nothing is written before the reader has seen the preview. */
export function ImportFlow({ job, actions }: { job: Exclude<ImportView, { step: 'idle' }>; actions: LibraryActs }) {
  switch (job.step) {
    case 'reading':
      return (
        <Step title={t('importReading', job.file)} buttons={<Cancel onCancel={actions.cancel} />}>
          <progress class="bar" value={job.part} max={1} aria-label={t('importReading', job.file)} />
        </Step>
      );
    case 'columns':
      return <ColumnChoice key={job.file} job={job} onDone={actions.setColumns} onCancel={actions.cancel} />;
    case 'preview':
      return <Preview key={job.preview.file} job={job} actions={actions} />;
    case 'writing':
      return (
        <Step title={t('importWriting', job.name)} buttons={<Cancel onCancel={actions.cancel} />}>
          <progress class="bar" value={job.done} max={job.total} aria-label={t('importWriting', job.name)} />
          <p class="fine">
            {t('importProgress', numberOf(job.done), numberOf(job.total))}
            {job.rate !== undefined && ` · ${t('importRate', numberOf(Math.round(job.rate)))}`}
            {job.left !== undefined && ` · ${t('importLeft', durationOf(job.left))}`}
          </p>
          <p class="fine">{t('importStays')}</p>
        </Step>
      );
    case 'done':
      return (
        <Step
          title={t('importDone', job.name)}
          status
          buttons={<Button label={t('importAnother')} onClick={actions.dismiss} />}
        >
          <p class="state-hint">{count('importDonePapers', job.papers, numberOf(job.papers))}</p>
        </Step>
      );
    case 'failed':
      return (
        <Step
          title={t('importFailed', job.file)}
          alert
          buttons={<Button label={t('importOther')} onClick={actions.dismiss} />}
        >
          <p class="state-hint">{job.error.message}</p>
          <p class="fine">{t('importNothingWritten')}</p>
        </Step>
      );
    case 'interrupted':
      return (
        <Step
          title={t('importInterrupted', job.name)}
          status
          buttons={
            <>
              <Button label={t('importResume')} onClick={actions.resume} />
              <button type="button" class="button button-quiet" onClick={actions.dismiss}>
                {t('importDiscard')}
              </button>
            </>
          }
        >
          <p class="state-hint">{t('importProgress', numberOf(job.done), numberOf(job.total))}</p>
        </Step>
      );
  }
}

interface StepProps {
  title: string;
  buttons: ComponentChildren;
  children: ComponentChildren;
  /** Read out when it comes: news, or trouble. */
  status?: boolean;
  alert?: boolean;
}

function Step({ title, buttons, children, status, alert }: StepProps) {
  return (
    <section class="import" role={alert ? 'alert' : status ? 'status' : undefined}>
      <h2 class="import-title" dir="auto">
        {title}
      </h2>
      {children}
      <div class="actions">{buttons}</div>
    </section>
  );
}

function Preview({ job, actions }: { job: Extract<ImportView, { step: 'preview' }>; actions: LibraryActs }) {
  const { preview } = job;
  const [name, setName] = useState(job.name);
  const isUpdate = preview.changes !== undefined;
  const accept = () => name.trim() && preview.papers && actions.accept(name.trim());
  return (
    <form
      class="import"
      onSubmit={(event) => {
        event.preventDefault();
        accept();
      }}
    >
      <h2 class="import-title" dir="auto">
        {isUpdate ? t('updateTitle', job.name) : preview.file}
      </h2>
      <ImportPreview preview={preview} />
      {!isUpdate && preview.papers > 0 && (
        <label class="field-row">
          <span>{t('shelfName')}</span>
          <input
            class="field"
            value={name}
            required
            maxLength={100}
            dir="auto"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
      )}
      <div class="actions">
        {preview.papers > 0 && (
          <button type="submit" class="button button-main">
            {isUpdate ? t('updateAccept') : count('importAccept', preview.papers, numberOf(preview.papers))}
          </button>
        )}
        <Cancel onCancel={actions.cancel} />
      </div>
    </form>
  );
}

const Button = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <button type="button" class="button" onClick={onClick}>
    {label}
  </button>
);

const Cancel = ({ onCancel }: { onCancel: () => void }) => (
  <button type="button" class="button button-quiet" onClick={onCancel}>
    {t('cancel')}
  </button>
);

import { Empty, Loading } from './States';
import { t } from './strings';
import type { PageStatus } from './view-state';

/** What stands where the page's papers would be, while there are none. */
export function NoPapers({
  status,
  onScan,
  enter,
}: {
  status: PageStatus;
  onScan: () => void;
  enter?: (() => void) | undefined;
}) {
  switch (status) {
    case 'restricted':
      return <Empty title={t('restricted')} hint={t('restrictedHint')} />;
    case 'kept-out':
      return (
        <Empty title={t('keptOut')} hint={t('keptOutHint')}>
          <button type="button" class="button" onClick={enter}>
            {t('allowSite')}
          </button>
        </Empty>
      );
    case 'off':
      return <Empty title={t('offHere')} hint={t('offHereHint')} />;
    case 'asked':
      return (
        <Empty title={t('notAsked')} hint={t('notAskedHint')}>
          <button type="button" class="button" onClick={onScan}>
            {t('readPage')}
          </button>
        </Empty>
      );
    case 'scanning':
      return <Empty title={t('scanning')} />;
    case 'unknown':
      return <Loading />;
    case 'partial':
      return (
        <>
          <PartlyRead onScan={onScan} />
          <Empty title={t('pageEmpty')} hint={t('pageEmptyHint')} />
        </>
      );
    case 'done':
      return <Empty title={t('pageEmpty')} hint={t('pageEmptyHint')} />;
  }
}

/** Says that a long page was read in part, and reads the rest on request. */
export function PartlyRead({ onScan }: { onScan: () => void }) {
  return (
    <div class="notice">
      <p>{t('partlyRead')}</p>
      <button type="button" class="button" onClick={onScan}>
        {t('readRest')}
      </button>
    </div>
  );
}

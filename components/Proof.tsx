import { sizeOf } from './sizes';
import { count, type MessageKey, t } from './strings';

/** An attempt to reach the network, and what the browser did. */
export interface Attempt {
  what: 'fetch' | 'image' | 'socket' | 'beacon';
  address: string;
  /** `refused` by the policy before anything was sent; `open` where no refusal was seen. */
  outcome: 'waiting' | 'refused' | 'open';
  /** The part of the policy that refused. */
  directive?: string;
}

export interface ProofFile {
  name: string;
  bytes: number;
  /** SHA-256 as about.json has it, and as computed here. */
  expected: string;
  actual: string;
}

export interface StoredKeys {
  area: 'local' | 'session';
  /** A key, or the beginning that several share, with a star. */
  name: string;
  count: number;
  bytes: number;
}

export interface ProofState {
  policy: readonly { directive: string; sources: string }[];
  permissions: readonly string[];
  attempts: readonly Attempt[];
  /** Null while they are computed. */
  files: readonly ProofFile[] | null;
  stored: readonly StoredKeys[] | null;
  /** What the browser allows and uses for this extension, in bytes; null where it does not say. */
  estimate: { usage: number; quota: number } | null;
  persisted: boolean | null;
}

const REASONS: Record<string, MessageKey> = {
  storage: 'reasonStorage',
  contextMenus: 'reasonMenus',
  scripting: 'reasonScripting',
  sidePanel: 'reasonSidePanel',
  '<all_urls>': 'reasonAllUrls',
};
const ATTEMPTS: Record<Attempt['what'], MessageKey> = {
  fetch: 'attemptFetch',
  image: 'attemptImage',
  socket: 'attemptSocket',
  beacon: 'attemptBeacon',
};
const OUTCOMES: Record<Attempt['outcome'], MessageKey> = {
  waiting: 'attemptWaiting',
  refused: 'attemptRefused',
  open: 'attemptOpen',
};

/** What a careful reader can check for themselves, live: policy, permissions, network, package, storage. */
export function Proof({ state, onTry }: { state: ProofState; onTry: () => void }) {
  const { policy, permissions, attempts, files, stored, estimate, persisted } = state;
  const wrong = files?.filter(({ expected, actual }) => expected !== actual) ?? [];
  const open = attempts.filter(({ outcome }) => outcome === 'open');
  const tried = attempts.every(({ outcome }) => outcome !== 'waiting');
  return (
    <main class="welcome proof">
      <header class="welcome-head">
        <p class="welcome-name">{t('extName')}</p>
        <h1>{t('proofTitle')}</h1>
        <p class="lead">{t('proofLead')}</p>
      </header>

      <section class="opt-section" aria-labelledby="network">
        <h2 id="network">{t('proofNetwork')}</h2>
        <p class="opt-hint">{t('proofNetworkHint')}</p>
        <div class="opt-sheet">
          <table class="facts">
            <thead class="hidden">
              <tr>
                <th scope="col">{t('proofAttempt')}</th>
                <th scope="col">{t('proofOutcome')}</th>
              </tr>
            </thead>
            <tbody>
              {attempts.map(({ what, address, outcome, directive }) => (
                <tr key={what}>
                  <th scope="row">
                    {t(ATTEMPTS[what])} <code dir="ltr">{address}</code>
                  </th>
                  <td class={`outcome outcome-${outcome}`}>
                    {t(OUTCOMES[outcome])} {directive && <code dir="ltr">{directive}</code>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="opt-row">
            <output>{tried && t(open.length ? 'proofNetworkOpen' : 'proofNetworkShut')}</output>
            <button type="button" class="button" onClick={onTry}>
              {t('proofTryAgain')}
            </button>
          </p>
        </div>
      </section>

      <section class="opt-section" aria-labelledby="policy">
        <h2 id="policy">{t('proofPolicy')}</h2>
        <p class="opt-hint">{t('proofPolicyHint')}</p>
        <dl class="opt-sheet facts-list" dir="ltr">
          {policy.map(({ directive, sources }) => (
            <div key={directive}>
              <dt>
                <code>{directive}</code>
              </dt>
              <dd>
                <code>{sources}</code>
              </dd>
            </div>
          ))}
        </dl>
      </section>

      <section class="opt-section" aria-labelledby="permissions">
        <h2 id="permissions">{t('proofPermissions')}</h2>
        <dl class="opt-sheet facts-list">
          {permissions.map((name) => (
            <div key={name}>
              <dt>
                <code dir="ltr">{name}</code>
              </dt>
              <dd>{REASONS[name] ? t(REASONS[name]) : t('reasonUnknown')}</dd>
            </div>
          ))}
        </dl>
      </section>

      <section class="opt-section" aria-labelledby="files">
        <h2 id="files">{t('proofFiles')}</h2>
        <p class="opt-hint">{t('proofFilesHint')}</p>
        <div class="opt-sheet">
          {files && (
            <dl class="facts-list">
              {files.map(({ name, bytes, expected, actual }) => (
                <div key={name}>
                  <dt>
                    <code dir="ltr">{name}</code> <span class="opt-hint">{sizeOf(bytes)}</span>
                  </dt>
                  <dd class={expected === actual ? 'outcome-refused' : 'outcome-open'}>
                    <code class="hash" dir="ltr">
                      {actual}
                    </code>
                  </dd>
                </div>
              ))}
            </dl>
          )}
          <p class="opt-row">
            <output>
              {files
                ? wrong.length
                  ? count('proofFilesWrong', wrong.length)
                  : count('proofFilesRight', files.length)
                : t('loading')}
            </output>
          </p>
        </div>
      </section>

      <section class="opt-section" aria-labelledby="stored">
        <h2 id="stored">{t('proofStored')}</h2>
        <p class="opt-hint">{t('proofStoredHint')}</p>
        <div class="opt-sheet">
          <table class="facts facts-numbers">
            <thead>
              <tr>
                <th scope="col">
                  {t('proofKey')} · {t('proofArea')}
                </th>
                <th scope="col">{t('proofCount')}</th>
                <th scope="col">{t('proofSize')}</th>
              </tr>
            </thead>
            <tbody>
              {stored?.map(({ area, name, count: entries, bytes }) => (
                <tr key={`${area} ${name}`}>
                  <th scope="row">
                    <code dir="ltr">{name}</code>{' '}
                    <span class="opt-hint">{t(area === 'local' ? 'proofLocal' : 'proofSession')}</span>
                  </th>
                  <td>{entries}</td>
                  <td>{sizeOf(bytes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="opt-row opt-hint">
            {estimate && t('proofEstimate', sizeOf(estimate.usage))}{' '}
            {persisted !== null && t(persisted ? 'proofPersisted' : 'proofNotPersisted')}
          </p>
        </div>
      </section>
    </main>
  );
}

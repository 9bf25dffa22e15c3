import '../../components/styles/pages.css';
import '../../components/styles/options.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Proof, type ProofFile, type ProofState } from '../../components/Proof';
import { corpusFile, permissions, policy, readAbout } from '../../lib/browser/package';
import { onLocalChanged } from '../../lib/browser/state';
import { readEstimate, readUsage } from '../../lib/browser/storage-state';
import { startPage } from '../shared/start';
import { ATTEMPTS, tryAll } from './attempts';

const directives = policy()
  .split(';')
  .map((part) => part.trim())
  .filter(Boolean)
  .map((part) => {
    const [directive = '', ...sources] = part.split(/\s+/);
    return { directive, sources: sources.join(' ') };
  });

function App() {
  const [attempts, setAttempts] = useState(ATTEMPTS);
  const [files, setFiles] = useState<ProofFile[] | null>(null);
  const [stored, setStored] = useState<Pick<ProofState, 'stored' | 'estimate' | 'persisted'>>({
    stored: null,
    estimate: null,
    persisted: null,
  });
  const attempt = () => {
    setAttempts(ATTEMPTS);
    void tryAll().then(setAttempts);
  };
  useEffect(() => {
    attempt();
    void hashFiles().then(setFiles);
    const read = () =>
      void Promise.all([readUsage(), readEstimate()]).then(([usage, rest]) => setStored({ stored: usage, ...rest }));
    read();
    return onLocalChanged(read);
  }, []);
  return (
    <Proof state={{ policy: directives, permissions: permissions(), attempts, files, ...stored }} onTry={attempt} />
  );
}

/** The files of the shelf, hashed here and now; those of the source are not in the package. */
async function hashFiles(): Promise<ProofFile[]> {
  const { sha256 } = await readAbout();
  const packed = Object.entries(sha256).filter(([name]) => !name.includes('/'));
  return Promise.all(
    packed.map(async ([name, expected]) => {
      const bytes = await corpusFile(name).catch(() => new ArrayBuffer(0));
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const actual = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return { name, bytes: bytes.byteLength, expected, actual };
    }),
  );
}

render(<App />, startPage('proofTab'));

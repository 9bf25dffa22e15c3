import type { Attempt } from '../../components/Proof';

/** A name that the standards keep from ever existing (RFC 2606). Nothing could answer there, even without the policy. */
const NAME = 'example.invalid';
/** The browser refuses before anything is sent, and says so within a moment, in milliseconds. */
const PATIENCE = 1500;

export const ATTEMPTS: readonly Attempt[] = [
  { what: 'fetch', address: `https://${NAME}/fetch`, outcome: 'waiting' },
  { what: 'image', address: `https://${NAME}/image.png`, outcome: 'waiting' },
  { what: 'socket', address: `wss://${NAME}/socket`, outcome: 'waiting' },
  { what: 'beacon', address: `https://${NAME}/beacon`, outcome: 'waiting' },
];

const ACTS: Record<Attempt['what'], (address: string) => unknown> = {
  fetch: (address) => fetch(address).catch(() => undefined),
  image(address) {
    const image = new Image();
    image.src = address;
  },
  socket: (address) => new WebSocket(address).close(),
  beacon: (address) => navigator.sendBeacon(address, 'x'),
};

/** Tries to reach the network in each way. Only a refusal that the browser itself reports counts as one. */
export async function tryAll(): Promise<Attempt[]> {
  const refused = new Map<string, string>();
  const onRefused = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) =>
    refused.set(blockedURI, effectiveDirective);
  document.addEventListener('securitypolicyviolation', onRefused);
  for (const { what, address } of ATTEMPTS) {
    try {
      void ACTS[what](address);
    } catch {
      // A refusal by exception; the event says the same.
    }
  }
  const all = () => ATTEMPTS.every(({ address }) => refused.has(address));
  for (let waited = 0; waited < PATIENCE && !all(); waited += 50) await new Promise((done) => setTimeout(done, 50));
  document.removeEventListener('securitypolicyviolation', onRefused);
  return ATTEMPTS.map((attempt) => {
    const directive = refused.get(attempt.address);
    return directive ? { ...attempt, outcome: 'refused', directive } : { ...attempt, outcome: 'open' };
  });
}

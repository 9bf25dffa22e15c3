import type { EnglishNames } from '../../lib/corpus/concept-finder';
import type { PartBuffers } from '../../lib/corpus/shelf-part';
import type { Paper } from '../../lib/papers/paper';

/** Builds parts in a worker of its own, one after the other. */
export class PartBuilder {
  private readonly worker = new Worker(new URL('./build-worker.ts', import.meta.url), { type: 'module' });

  /** @param signal ends what is under way */
  constructor(
    names: EnglishNames,
    private readonly signal: AbortSignal,
  ) {
    this.worker.postMessage({ names });
  }

  /** The tables of some papers. Throws the signal's reason when it is aborted. */
  readonly build = (papers: readonly Paper[]): Promise<PartBuffers> =>
    new Promise((resolve, reject) => {
      const { signal, worker } = this;
      signal.throwIfAborted();
      signal.addEventListener('abort', () => reject(signal.reason));
      worker.onmessage = ({ data }: MessageEvent<PartBuffers>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ papers });
    });

  close(): void {
    this.worker.terminate();
  }
}

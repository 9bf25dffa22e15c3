import { useCallback, useEffect, useState } from 'preact/hooks';
import type { DataSide } from '../../components/options/Data';
import type { RestoreSide } from '../../components/options/Restore';
import { onLocalChanged } from '../../lib/browser/state';
import { readUsage } from '../../lib/browser/storage-state';
import { readUserData } from '../../lib/browser/user-data';
import { BACKUP_MAX, readBackup, writeBackup } from '../../lib/settings/backup';
import { previewOf, type RestoreHow, restored, type UserData } from '../../lib/settings/user-data';
import { download } from '../shared/download';
import { readShelves } from '../shared/own-shelves';

/** How much is stored; follows what other windows do. */
export function useUsage(): DataSide | null {
  const [data, setData] = useState<DataSide | null>(null);
  useEffect(() => {
    let ended = false;
    const read = () =>
      void Promise.all([readUserData(), readUsage(), readShelves()]).then(
        ([{ saved, seen, recent }, usage, shelves]) => {
          if (ended) return;
          const bytes = usage.reduce((sum, row) => sum + (row.area === 'local' ? row.bytes : 0), 0);
          setData({
            papers: saved.size,
            seen: Object.keys(seen).length,
            recent: recent.length,
            shelves: shelves.count,
            bytes: bytes + shelves.bytes,
          });
        },
      );
    read();
    const unfollow = onLocalChanged(read);
    return () => {
      ended = true;
      unfollow();
    };
  }, []);
  return data;
}

/** Offers the backup as a file. */
export async function saveBackup(now: Date): Promise<void> {
  const blob = new Blob([await writeBackup(await readUserData(), now.getTime())], { type: 'application/json' });
  download(blob, `sidelight-backup-${now.toISOString().slice(0, 10)}.json`);
}

/** A file that was chosen, with what it would change. */
export function useRestore() {
  const [chosen, setChosen] = useState<{ data?: UserData; side: RestoreSide } | null>(null);
  const choose = useCallback(async (file: File) => {
    const read =
      file.size > BACKUP_MAX
        ? ({ ok: false, error: { code: 'too-big', message: `${file.size} bytes` } } as const)
        : await readBackup(await file.text());
    if (!read.ok) return setChosen({ side: { kind: 'bad', error: read.error } });
    const { data, made } = read.value;
    const now = await readUserData();
    const preview = (how: RestoreHow) => previewOf(now, restored(now, data, how));
    setChosen({ data, side: { kind: 'good', made, merge: preview('merge'), replace: preview('replace') } });
  }, []);
  return { side: chosen?.side ?? null, data: chosen?.data, choose, cancel: () => setChosen(null) };
}

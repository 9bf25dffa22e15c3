/** Long enough for a browser to have begun reading what it was handed, in milliseconds. */
const KEPT = 60_000;

/** Hands a file to the browser; it asks the reader where to, or puts it with the downloads. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}

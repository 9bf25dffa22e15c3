/** What can go wrong, as a value: a line that a reader understands, and a code that a program does. */
export interface Failure {
  code: string;
  message: string;
}
export type Result<T, E = Failure> = { ok: true; value: T } | { ok: false; error: E };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const fail = <E>(error: E): { ok: false; error: E } => ({ ok: false, error });

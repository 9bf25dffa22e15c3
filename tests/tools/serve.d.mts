export interface Made {
  status?: number;
  headers?: Record<string, string>;
  body: string | Buffer;
}
export interface Server {
  origin: string;
  /** Every path that was asked for, in order. */
  requests: string[];
  close(): Promise<void>;
}
export function serve(folder: string, answer?: (path: string) => Made | undefined): Promise<Server>;

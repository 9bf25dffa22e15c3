/** Runs jobs on one thing one after another, across the background and all our pages: reading, changing and writing is one step. */
export const inTurn = <T>(name: string, job: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`sidelight ${name}`, job) as Promise<T>;

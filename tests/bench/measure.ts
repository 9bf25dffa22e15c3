/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

/** Something is run until this much time has gone into one measurement, in milliseconds: a single short run says nothing. */
const ENOUGH = 10;
const ROUNDS = 15;
const WARM_UP = 80;

/** Milliseconds of each round, for each of several jobs. */
export type Times<K extends string> = Record<K, number[]>;

/** Times several jobs, warm, in rounds in which they take turns, so that whatever else the machine does falls on all of them alike. */
export function timeTogether<K extends string>(jobs: Record<K, () => unknown>): Times<K> {
  const names = Object.keys(jobs) as K[];
  const repeats = {} as Record<K, number>;
  const times = {} as Times<K>;
  for (const name of names) {
    const began = performance.now();
    let runs = 0;
    while (performance.now() - began < WARM_UP || runs < 3) {
      jobs[name]();
      runs++;
    }
    repeats[name] = Math.max(1, Math.round((ENOUGH * runs) / (performance.now() - began)));
    times[name] = [];
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      const began = performance.now();
      for (let i = 0; i < repeats[name]; i++) jobs[name]();
      times[name].push((performance.now() - began) / repeats[name]);
    }
  }
  return times;
}

/** How many times as long `a` takes as `b`: the middle of the rounds' ratios. */
export function ratio<K extends string>(times: Times<K>, a: K, b: K): number {
  return median(times[a].map((value, round) => value / times[b][round]!));
}

/** Milliseconds of processor time that this process has used so far. What else the machine does is no part of it. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The least processor time that a job takes in several runs, in milliseconds. */
export function leastTime(runs: number, job: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const began = processorTime();
    job();
    least = Math.min(least, processorTime() - began);
  }
  return least;
}

export const ROOT: string;
export function run(command: string, args: string[], options?: object): number;
export function mustRun(command: string, args: string[], options?: object): void;
export function installPackages(): void;

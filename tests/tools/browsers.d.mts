export function findChromium(): string | undefined;
export function needChromium(): string;
export function addLanguages(): void;
export function installWithApt(packages: string[]): boolean;

export function findChromium(): string | undefined;
export function needChromium(): string;
export function addLanguages(): void;
export function findFirefox(): string | undefined;
export function needFirefox(): string;
export function installWithApt(packages: string[]): boolean;

/** A person's name for those who see personal data masked. */
export const maskName = (name: string): string => `${[...name][0] ?? ""}**`;

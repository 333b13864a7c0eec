/** The same order as in the folder, so that the one can be copied to the other by any tool. */
export const ROOT = "files/";
export const ASIDE = `${ROOT}swept/`;
export const keyOf = (sha256: string): string => `${ROOT}${sha256.slice(0, 2)}/${sha256}`;
export const asideOf = (sha256: string): string => `${ASIDE}${sha256}`;

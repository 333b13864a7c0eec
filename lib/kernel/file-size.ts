/** Limit of one uploaded document, in bytes (security 4.5). */
export const documentLimit = 20 * 1024 * 1024;

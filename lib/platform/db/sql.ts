/** A text as a LIKE pattern "contains": the wildcards of the reader's own text are only characters. */
export const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

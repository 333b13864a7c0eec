export const bodies = {};

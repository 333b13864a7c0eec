export const alliances = {};

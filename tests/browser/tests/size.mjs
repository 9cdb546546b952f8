export const size = {};

export const badInput = {};

export const withoutJavascript = {};

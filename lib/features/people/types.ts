/** Languages in which mail is written to somebody; the screen follows the browser's own choice. */
export const languages = ["zh-CN", "en"] as const;

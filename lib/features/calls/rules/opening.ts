/** The two openers stand side by side: after half an hour the first has to come again. */
const togetherMs = 30 * 60_000;

/** Has it been too long since the first one pressed? */
export const lapsed = (firstAt: Date, at: Date): boolean =>
  at.getTime() - firstAt.getTime() > togetherMs;

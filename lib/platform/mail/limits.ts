/** After so many attempts, about a day, a mail stays in the outbox for the administrator to see. */
export const mailAttempts = 12;

/** How long the outbox knows a mail that went out: a reminder that is due for longer than that would come again. */
export const mailKeptDays = 90;

/** After so many attempts, about a day, a mail stays in the outbox for the administrator to see. */
export const mailAttempts = 12;

/** After so many attempts, about two days, a mail stays in the outbox for the administrator to see. */
export const mailAttempts = 12;

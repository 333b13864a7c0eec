export const certificateStates = ["draft", "asked", "sealed", "withdrawn"] as const;
export type CertificateState = (typeof certificateStates)[number];

/** ask puts it before the enterprise; withdraw also says that the enterprise does not seal. */
export const certificateSteps = ["change", "ask", "seal", "withdraw"] as const;
export type CertificateStep = (typeof certificateSteps)[number];

/** By the sealed paper, or by the word of a named person. */
export const sealWays = ["paper", "declaration"] as const;

/** The three amounts of a certificate, in yuan. */
export const amountKinds = ["outputIncrease", "taxes", "savings"] as const;
export type Amounts = Record<(typeof amountKinds)[number], string | null>;

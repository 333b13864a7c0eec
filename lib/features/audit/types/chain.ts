export const chainFaultKinds = ["gap", "link", "hash", "head"] as const;

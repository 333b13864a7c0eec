export const interestKinds = [
  "equity",
  "employment",
  "family",
  "supplier",
  "same_group",
  "other",
] as const;

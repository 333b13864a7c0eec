import type { FindingView } from "@/lib/features/verification/schema/desk";

/** What the message of a finding is filled with. */
export const findingParts = (details: FindingView["details"]) => ({
  count: Number(details.count ?? 0),
  before: String(details.before ?? ""),
  now: String(details.now ?? ""),
});

import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/kernel/json";

/** Of a snapshot as it was written; computed again, it tells whether the stored one is still that one. */
export const snapshotHash = (snapshot: unknown): string =>
  createHash("sha256").update(canonicalJson(snapshot)).digest("hex");

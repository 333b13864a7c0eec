import { createHash } from "node:crypto";
import { canonicalText } from "../rules";

/** The text in its order as one hash: what is signed, and what is confirmed. */
export const textHash = (paragraphs: Parameters<typeof canonicalText>[0]): string =>
  createHash("sha256").update(canonicalText(paragraphs)).digest("hex");

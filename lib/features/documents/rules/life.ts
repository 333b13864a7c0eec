import type { DocumentState } from "../types";

/** Every step that a version can take; what is missing here is refused. */
const steps: Record<DocumentState, readonly DocumentState[]> = {
  draft: ["adopted", "withdrawn"],
  adopted: ["superseded", "repealed"],
  superseded: [],
  repealed: [],
  withdrawn: [],
};

export const mayBecome = (from: DocumentState, to: DocumentState): boolean =>
  steps[from].includes(to);

"use client";

import type { ReactNode } from "react";
import { Button } from "./button";

/** Sends the page to the printer as it stands: the style sheet leaves out what paper does not need. */
export function PrintButton({ children }: { children: ReactNode }) {
  return <Button onClick={() => window.print()}>{children}</Button>;
}

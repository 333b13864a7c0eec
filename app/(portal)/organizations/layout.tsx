import type { ReactNode } from "react";
import { Frame } from "@/components/layout/frame";

/** Outside of any alliance there is no navigation at the left. */
export default function Layout({ children }: { children: ReactNode }) {
  return <Frame>{children}</Frame>;
}

import type { ReactNode } from "react";
import { Frame } from "@/components/layout/frame";

/** Over several alliances there is no navigation of one at the left. */
export default function Layout({ children }: { children: ReactNode }) {
  return <Frame>{children}</Frame>;
}

import type { ReactNode } from "react";
import { Banner } from "@/app/_sections/banner";
import { Flash } from "@/components/layout/flash";

/** A page for visitors: one column, no navigation of the inside. */
export default function ApplyLayout({ children }: { children: ReactNode }) {
  return (
    <div data-person="public" className="flex min-h-dvh flex-col">
      <Banner />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-3xl flex-1 px-4 py-5">
        {children}
      </main>
      <Flash />
    </div>
  );
}

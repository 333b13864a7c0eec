import type { ReactNode } from "react";
import { Flash } from "@/components/layout/flash";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { TopBar } from "@/components/layout/top-bar";

/** A page for visitors: one column, nothing of the inside around it. */
export default function ApplyLayout({ children }: { children: ReactNode }) {
  return (
    <div data-person="public" className="flex min-h-dvh flex-col">
      <TopBar>
        <LanguageSwitch />
      </TopBar>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-3xl flex-1 px-4 py-5">
        {children}
      </main>
      <Flash />
    </div>
  );
}

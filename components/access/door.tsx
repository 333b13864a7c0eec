import type { ReactNode } from "react";
import { Flash } from "@/components/layout/flash";
import { Frame } from "@/components/layout/frame";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { TopBar } from "@/components/layout/top-bar";

/** The frame of the pages before signing in: nothing on them but the one thing to do. */
export function Door({
  title,
  lead,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar>
        <LanguageSwitch />
      </TopBar>
      <Frame>
        <div className="mx-auto flex max-w-md flex-col gap-5 py-4 md:py-10">
          <header>
            <h1 className="text-2xl font-semibold">{title}</h1>
            {lead && <p className="mt-2 text-muted">{lead}</p>}
          </header>
          {children}
        </div>
      </Frame>
      <Flash />
    </div>
  );
}

import type { ReactNode } from "react";
import { navId } from "./names";

/** The part of a page below the top bar: navigation at the left, the page itself as the main landmark. */
export function Frame({ nav, children }: { nav?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto flex w-full max-w-[100rem] flex-1 items-start">
      {nav}
      <main id="content" tabIndex={-1} className="min-w-0 flex-1 px-4 py-5 md:px-6 print:p-0">
        {children}
      </main>
    </div>
  );
}

/**
 * The left column. Below the width of a tablet the same element is a popover, opened by the menu button of the top bar
 * without any script.
 */
export function SideNav({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav
      id={navId}
      popover="auto"
      aria-label={label}
      className="fixed inset-x-0 top-13 m-0 hidden max-h-[calc(100dvh-3.25rem)] w-full max-w-none flex-col gap-4 overflow-y-auto border-b border-line bg-surface p-3 md:gap-3 text-ink open:flex md:sticky md:top-13 md:flex md:h-[calc(100dvh-3.25rem)] md:max-h-none md:w-56 md:shrink-0 md:border-r md:border-b-0 print:hidden"
    >
      {children}
    </nav>
  );
}

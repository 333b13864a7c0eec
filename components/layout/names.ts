/** The navigation of an alliance, which the menu button of a phone opens. */
export const navId = "navigation";

/** The look of what stands in the top bar. */
export const barItem =
  "inline-flex min-h-9 items-center gap-1.5 rounded px-2.5 text-sm whitespace-nowrap text-ink no-underline hover:bg-sunken";

/** The look of a line of a menu. */
export const menuRow =
  "flex min-h-9 w-full items-center rounded px-3 text-left text-sm text-ink no-underline hover:bg-sunken";

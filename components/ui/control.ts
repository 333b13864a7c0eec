/** The look of every native control: text 16 px (smaller would zoom phones), border of 3:1. */
export const controlClass =
  "w-full min-h-9 rounded border border-control bg-surface px-2.5 py-1 text-base text-ink " +
  "placeholder:text-muted disabled:bg-sunken disabled:text-muted " +
  "aria-invalid:border-problem aria-invalid:outline-problem";

/** A box before a row, and its cell: it takes the room of a finger, whatever the rows' height. */
export const tick = "size-5 align-middle accent-accent";
export const tickPlace = "px-3 py-1 text-left";

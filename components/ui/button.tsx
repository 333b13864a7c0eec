import Link from "next/link";
import type { ComponentProps } from "react";
import { cx } from "./cx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

const base =
  "inline-flex min-h-9 items-center justify-center gap-1.5 rounded border px-3 py-1 text-sm font-medium whitespace-nowrap no-underline " +
  "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-muted";

const looks: Record<ButtonVariant, string> = {
  primary:
    "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong",
  secondary: "border-control bg-surface text-ink hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-accent hover:bg-sunken",
  danger: "border-problem bg-surface text-problem hover:bg-problem-soft",
};

export function Button({
  variant = "secondary",
  type = "button",
  className,
  ...rest
}: ComponentProps<"button"> & { variant?: ButtonVariant }) {
  return <button type={type} className={cx(base, looks[variant], className)} {...rest} />;
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({
  variant = "secondary",
  className,
  ...rest
}: ComponentProps<typeof Link> & { variant?: ButtonVariant }) {
  return <Link className={cx(base, looks[variant], className)} {...rest} />;
}

/** A link to a file, as a button: the browser fetches it, the router would ask for it twice. */
export function DownloadLink({
  variant = "secondary",
  className,
  ...rest
}: ComponentProps<"a"> & { variant?: ButtonVariant }) {
  return <a className={cx(base, looks[variant], className)} {...rest} />;
}

import { type ReactNode, useId } from "react";

/**
 * Parts that a desk shows at once and a phone behind their name. A box and not a script or `details`: it works before any
 * script has come, moves nothing while the page loads, and old browsers show the parts at a desk all the same.
 */
export function PhoneFold({
  label,
  open = false,
  children,
}: {
  label: string;
  open?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <>
      <input
        id={id}
        type="checkbox"
        defaultChecked={open}
        autoComplete="off"
        className="peer sr-only sm:hidden"
      />
      <label
        htmlFor={id}
        className="inline-flex min-h-9 cursor-pointer items-center rounded px-2 text-sm text-accent peer-checked:bg-sunken peer-focus-visible:outline-2 peer-focus-visible:outline-accent after:ml-1 after:content-['▾'] sm:hidden"
      >
        {label}
      </label>
      <div className="hidden peer-checked:contents sm:contents">{children}</div>
    </>
  );
}

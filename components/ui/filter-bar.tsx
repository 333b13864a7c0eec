import Form from "next/form";
import { useTranslations } from "next-intl";
import { Children, type ComponentProps, isValidElement, type ReactNode, useId } from "react";
import { Button, ButtonLink } from "./button";
import { Choices } from "./choices";
import { controlClass } from "./control";
import { PhoneFold } from "./phone-fold";

const isUsed = (part: ReactNode) =>
  isValidElement<{ defaultValue?: unknown }>(part) && Boolean(part.props.defaultValue);

/**
 * Filters above a list: a GET form, so that every view is an address. Works without JavaScript. A phone shows the first of
 * three and more, so that the list begins on the first screen; the others stay open while one of them is used.
 */
export function FilterBar({
  action,
  children,
  keep,
  used,
}: {
  action: string;
  children: ReactNode;
  /** Whether a filter beyond the first is in use; told by their values unless they have one from the start. */
  used?: boolean;
  /** Parameters of the address that a search leaves as they are (sorting). */
  keep?: Record<string, string | undefined>;
}) {
  const t = useTranslations("common.filter");
  const [first, ...others] = Children.toArray(children);
  return (
    <search className="print:hidden">
      <Form
        action={action}
        className="relative flex flex-wrap items-end gap-x-3 gap-y-2 rounded border border-line bg-surface p-3"
      >
        {Object.entries(keep ?? {}).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {first}
        {others.length > 1 ? (
          <PhoneFold label={t("more")} open={used ?? others.some(isUsed)}>
            {others}
          </PhoneFold>
        ) : (
          others
        )}
        <div className="flex gap-2">
          <Button type="submit" variant="primary">
            {t("submit")}
          </Button>
          <ButtonLink href={action}>{t("reset")}</ButtonLink>
        </div>
      </Form>
    </search>
  );
}

type FilterProps = { label: ReactNode; name: string };

function Labelled({ label, id, children }: { label: ReactNode; id: string; children: ReactNode }) {
  return (
    <div className="flex min-w-36 flex-1 basis-40 flex-col gap-0.5 sm:max-w-64">
      <label htmlFor={id} className="text-sm text-muted">
        {label}
      </label>
      {children}
    </div>
  );
}

export function FilterText({ label, ...rest }: FilterProps & ComponentProps<"input">) {
  const id = useId();
  return (
    <Labelled label={label} id={id}>
      <input id={id} type="search" autoComplete="off" className={controlClass} {...rest} />
    </Labelled>
  );
}

/** `options` without the choice of all; that one is added and stands for "no filter". */
export function FilterSelect({
  label,
  options,
  ...rest
}: FilterProps &
  ComponentProps<"select"> & { options: readonly { value: string; label: string }[] }) {
  const id = useId();
  const t = useTranslations("common.filter");
  return (
    <Labelled label={label} id={id}>
      <Choices
        id={id}
        className={controlClass}
        // Pairs, and no elements: a page has a hundred of them.
        choices={[["", t("all")], ...options.map(({ value, label }) => [value, label] as const)]}
        {...rest}
      />
    </Labelled>
  );
}

export function FilterDate({ label, ...rest }: FilterProps & ComponentProps<"input">) {
  const id = useId();
  return (
    <Labelled label={label} id={id}>
      <input id={id} type="date" className={controlClass} {...rest} />
    </Labelled>
  );
}

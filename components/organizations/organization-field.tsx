"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useField } from "../forms/context";
import { Field } from "../forms/field";
import { Button } from "../ui/button";
import { controlClass } from "../ui/control";
import { OrganizationOptions } from "./organization-options";
import { type Found, useLookup } from "./use-lookup";

type Props = {
  name: string;
  label: string;
  tenant?: string;
  required?: boolean;
  hint?: ReactNode;
  /** Only organizations of these kinds. */
  kinds?: readonly string[];
  membersOnly?: boolean;
  /** What is chosen to begin with. */
  defaultValue?: { id: string; name: string } | null;
  onChoose?: (found: { id: string; name: string } | undefined) => void;
};

type Choice = { id: string; name: string };
const nobody: Choice = { id: "", name: "" };

/**
 * Search box for one organization; the form submits its id. Text alone chooses nothing: typing after a choice takes it
 * back. Keys are left to the input method while it composes.
 */
export function OrganizationField(props: Props) {
  const { name, label, required, hint, kinds, membersOnly } = props;
  const t = useTranslations("common.picker");
  const field = useField(name, hint);
  const tenant = props.tenant ?? field.tenant;
  const kept = typeof field.kept?.value === "string" ? field.kept.value : undefined;
  const [choice, setChoice] = useState<Choice>(
    kept ? { id: kept, name: field.kept?.shown ?? "" } : (props.defaultValue ?? nobody),
  );
  const [text, setText] = useState(choice.name);
  const [asked, setAsked] = useState<string>();
  const [active, setActive] = useState(0);
  const hidden = useRef<HTMLInputElement>(null);
  const typing = useRef<HTMLInputElement>(null);

  const query =
    asked === undefined || (asked.trim() === "" && !membersOnly)
      ? undefined
      : new URLSearchParams({
          q: asked.trim(),
          ...(membersOnly && { membersOnly: "true" }),
          ...(kinds?.length && { kinds: kinds.join(",") }),
        });
  const lookup = useLookup(tenant, query);
  const open = query !== undefined;
  const at = Math.min(active, Math.max(0, lookup.items.length - 1));

  const settle = (next: Choice) => {
    setChoice(next);
    if (hidden.current) {
      hidden.current.value = next.id;
      hidden.current.dataset.shown = next.name;
      // The form around it listens for `input` to know that something changed.
      hidden.current.dispatchEvent(new Event("input", { bubbles: true }));
    }
    props.onChoose?.(next.id ? next : undefined);
  };
  const choose = (found: Found) => {
    setText(found.name);
    setAsked(undefined);
    settle({ id: found.id, name: found.name });
    typing.current?.focus();
  };
  const ask = (typed: string) => {
    setAsked(typed);
    setActive(0);
  };
  const onType = (typed: string, composing: boolean) => {
    setText(typed);
    if (choice.id) settle(nobody);
    if (!composing) ask(typed);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = lookup.items[at];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return ask(choice.id ? "" : text);
      const count = lookup.items.length || 1;
      setActive((at + (event.key === "ArrowDown" ? 1 : count - 1)) % count);
    } else if (event.key === "Enter" && open) {
      // Enter chooses; it must not send the form while the list is open.
      event.preventDefault();
      if (chosen && lookup.state === "done") choose(chosen);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      setAsked(undefined);
    }
  };

  const status = !open
    ? choice.id && t("chosen", { name: choice.name })
    : lookup.state === "failed"
      ? t("failed")
      : lookup.state === "searching"
        ? t("searching")
        : lookup.items.length
          ? t("results", { count: lookup.items.length })
          : t("none");

  return (
    <Field id={field.id} label={label} required={required} hint={hint} fault={field.fault}>
      <input
        ref={hidden}
        type="hidden"
        name={name}
        defaultValue={choice.id}
        data-label={label}
        data-focus={field.id}
        data-shown={choice.name}
        data-required={required ? "1" : undefined}
      />
      <div className="relative">
        <div className="flex gap-2">
          <input
            ref={typing}
            id={field.id}
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            placeholder={t("placeholder")}
            value={text}
            aria-autocomplete="list"
            aria-expanded={open && lookup.items.length > 0}
            aria-controls={`${field.id}-list`}
            aria-activedescendant={
              open && lookup.items[at] ? `${field.id}-option-${at}` : undefined
            }
            {...field.aria}
            className={controlClass}
            onChange={(event) =>
              onType(
                event.target.value,
                event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing,
              )
            }
            onCompositionEnd={(event) => ask(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onFocus={() => membersOnly && !choice.id && ask(text)}
            onBlur={() => setAsked(undefined)}
          />
          {choice.id && (
            <Button
              variant="quiet"
              onClick={() => {
                setText("");
                settle(nobody);
                typing.current?.focus();
              }}
            >
              {t("clear")}
            </Button>
          )}
        </div>
        <OrganizationOptions
          id={field.id}
          label={label}
          items={open ? lookup.items : []}
          active={at}
          onChoose={choose}
        />
        {open && lookup.items.length === 0 && lookup.state !== "searching" && (
          <p
            // The line below says the same to a screen reader.
            aria-hidden="true"
            className="absolute inset-x-0 top-full z-20 mt-1 rounded border border-control bg-surface px-3 py-2 text-sm text-muted"
          >
            {status}
          </p>
        )}
      </div>
      <p role="status" className="sr-only">
        {status}
      </p>
    </Field>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@/components/forms/text-fields";

/** A password that can be looked at while it is typed, instead of being typed twice. */
export function PasswordField({
  name,
  label,
  hint,
  defaultValue,
  isNew = false,
}: {
  name: string;
  label: string;
  hint?: string;
  defaultValue?: string | undefined;
  isNew?: boolean;
}) {
  const t = useTranslations("access.signIn");
  const [shown, setShown] = useState(false);
  return (
    <div className="flex flex-col gap-1.5">
      <TextField
        name={name}
        label={label}
        hint={hint}
        defaultValue={defaultValue}
        required
        type={shown ? "text" : "password"}
        autoComplete={isNew ? "new-password" : "current-password"}
      />
      <label className="flex min-h-6 w-fit items-center gap-2 text-sm">
        <input
          type="checkbox"
          checked={shown}
          onChange={(event) => setShown(event.target.checked)}
          className="size-4 accent-accent"
        />
        {t("show")}
      </label>
    </div>
  );
}

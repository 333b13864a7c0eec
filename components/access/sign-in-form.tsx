"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/text-fields";
import type { FormAction } from "@/lib/platform/corridor/action";
import { type DemoAccount, DemoAccounts } from "./demo-accounts";
import { PasswordField } from "./password-field";

type Credentials = { email: string; password: string; next?: string | undefined };

/** The two fields, and on the demonstration alone its accounts, one press away. */
export function SignInForm({
  action,
  next,
  demo,
  children,
}: {
  action: FormAction<Credentials, { next: string }>;
  next: string | undefined;
  demo?: { password: string; accounts: readonly DemoAccount[] } | undefined;
  /** Other ways in, below the form. */
  children: ReactNode;
}) {
  const t = useTranslations("access.signIn");
  const [filled, setFilled] = useState<string>();
  return (
    <>
      {/* The key draws the fields anew with what was chosen. */}
      <ActionForm
        key={filled}
        action={action}
        hidden={next ? { next } : {}}
        submitLabel={t("submit")}
        successHref="{next}"
        successMessage=""
      >
        <TextField
          name="email"
          label={t("email")}
          type="email"
          autoComplete="username"
          required
          defaultValue={filled}
        />
        <PasswordField
          name="password"
          label={t("password")}
          defaultValue={filled && demo?.password}
        />
      </ActionForm>
      {children}
      {demo && <DemoAccounts {...demo} filled={filled} onFill={setFilled} />}
    </>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/text-fields";
import {
  requestPasswordLinkAction,
  resetPasswordAction,
  setUpAction,
} from "@/lib/features/access/actions";
import { NewPasswordField } from "./new-password-field";

/** Who the first administrator is. */
export function SetUpForm({ token }: { token: string }) {
  const t = useTranslations("access");
  return (
    <ActionForm
      action={setUpAction}
      hidden={{ token }}
      submitLabel={t("setUp.submit")}
      successHref="/sign-in"
      successMessage={t("setUp.done")}
    >
      <TextField name="name" label={t("setUp.name")} autoComplete="name" maxLength={100} required />
      <TextField
        name="email"
        label={t("signIn.email")}
        type="email"
        autoComplete="username"
        required
      />
      <NewPasswordField />
    </ActionForm>
  );
}

/** The answer is the same for every address: who has an account here is nobody's business. */
export function ForgottenForm() {
  const t = useTranslations("access");
  return (
    <ActionForm
      action={requestPasswordLinkAction}
      submitLabel={t("forgotten.submit")}
      successMessage={t("forgotten.done")}
    >
      <TextField
        name="email"
        label={t("signIn.email")}
        type="email"
        autoComplete="username"
        required
      />
    </ActionForm>
  );
}

export function ResetForm({ token }: { token: string }) {
  const t = useTranslations("access.reset");
  return (
    <ActionForm
      action={resetPasswordAction}
      hidden={{ token }}
      submitLabel={t("submit")}
      successHref="/sign-in"
      successMessage={t("done")}
    >
      <NewPasswordField />
    </ActionForm>
  );
}

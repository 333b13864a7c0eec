"use client";

import { useTranslations } from "next-intl";
import { PasswordField } from "./password-field";

/** The one rule stands where it is needed: the length. */
export function NewPasswordField() {
  const t = useTranslations("access.newPassword");
  return <PasswordField name="password" label={t("label")} hint={t("hint")} isNew />;
}

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Panel } from "@/components/ui/panel";
import { changePasswordAction } from "@/lib/features/access/actions";
import { NewPasswordField } from "./new-password-field";
import { PasswordField } from "./password-field";

export function PasswordPanel({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations("access.me.password");
  return (
    <Panel id="password" title={t("title")} description={hasPassword ? t("hint") : undefined}>
      {hasPassword ? (
        <ActionForm
          action={changePasswordAction}
          submitLabel={t("submit")}
          successMessage={t("saved")}
        >
          <PasswordField name="currentPassword" label={t("current")} />
          <NewPasswordField />
        </ActionForm>
      ) : (
        <p>{t("none")}</p>
      )}
    </Panel>
  );
}

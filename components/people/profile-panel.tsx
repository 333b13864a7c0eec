import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField, TextField } from "@/components/forms/fields";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import type { Role } from "@/lib/features/access/types";
import { updateProfileAction } from "@/lib/features/people/actions";
import { formatDay } from "@/lib/i18n/format";

type Profile = {
  name: string;
  title: string | null;
  phone: string | null;
  email: string;
  roles: readonly {
    role: Role;
    alliance: { name: string } | null;
    organization: { name: string } | null;
    validTo: string | null;
  }[];
};

/** Who one is here, and the two things that one keeps oneself. */
export function ProfilePanel({ profile }: { profile: Profile }) {
  const t = useTranslations("access");
  const locale = useLocale();
  const roles = profile.roles.map((held) => {
    const where = [held.alliance?.name ?? t("me.profile.everywhere"), held.organization?.name];
    const until = held.validTo && t("me.profile.until", { day: formatDay(held.validTo, locale) });
    return [t(`role.${held.role}`), ...where, until].filter(Boolean).join(" · ");
  });
  return (
    <Panel id="profile" title={t("me.profile.title")} description={t("me.profile.nameHint")}>
      <div className="flex flex-col gap-5">
        <Facts
          items={[
            { label: t("me.profile.name"), value: profile.name },
            { label: t("signIn.email"), value: profile.email },
            {
              label: t("me.profile.roles"),
              value: (
                <ul>
                  {roles.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
        <ActionForm
          action={updateProfileAction}
          submitLabel={t("me.profile.submit")}
          successMessage={t("me.profile.saved")}
        >
          <TextField
            name="title"
            label={t("me.profile.position")}
            defaultValue={profile.title}
            maxLength={100}
            autoComplete="organization-title"
          />
          <TextField
            name="phone"
            label={t("me.profile.phone")}
            hint={
              profile.phone
                ? t("me.profile.phoneHint", { phone: profile.phone })
                : t("me.profile.phoneNone")
            }
            maxLength={40}
            type="tel"
            autoComplete="tel"
          />
          {profile.phone && (
            <CheckboxField name="removePhone" label={t("me.profile.removePhone")} />
          )}
        </ActionForm>
      </div>
    </Panel>
  );
}

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ApplicationView } from "@/lib/features/applications/schema";
import { CreateForm, LinkForm, LinkSameForm } from "./link-forms";

type Props = {
  tenant: string;
  applicationId: string;
  version: number;
  application: ApplicationView;
};

/** Which row of the shared register the applicant is: by code, by search, or newly entered. */
export function RegisterLink({ application, ...step }: Props) {
  const t = useTranslations("applications.detail");
  const { organization, sameCode } = application;
  if (organization) {
    return (
      <p>
        <Link href={`/organizations/${organization.id}`}>
          {t("linked", { name: organization.name })}
        </Link>
      </p>
    );
  }
  if (sameCode) {
    return (
      <div className="flex flex-col gap-3">
        <p>{t("registerHint", { name: sameCode.name })}</p>
        <LinkSameForm {...step} organizationId={sameCode.id} />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-muted">{t("registerNone")}</p>
      <CreateForm {...step} />
      <LinkForm {...step} />
    </div>
  );
}

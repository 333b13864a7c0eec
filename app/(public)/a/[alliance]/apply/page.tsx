import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ApplyForm } from "@/components/applications/apply-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { loadAlliance } from "@/lib/features/alliances/loaders";
import { requestablePositions } from "@/lib/features/applications/types";
import { organizationKinds } from "@/lib/features/organizations/types";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("applications"))("apply.title") };
}

/** The form of a visitor: no account, a case link afterwards. */
export default async function ApplyPage({ params }: Props) {
  const { alliance } = await params;
  const [t, kind, position, locale, about] = await Promise.all([
    getTranslations("applications"),
    getTranslations("organizations.kind"),
    getTranslations("memberships.position"),
    getLocale(),
    loadAlliance(alliance, {}),
  ]);
  // Each alliance has its own words for its positions.
  const own = new Map(
    about.positionLabels.map((label) => [label.position, locale === "en" ? label.en : label.zh]),
  );
  const name = (locale === "en" && about.nameEn) || about.name;
  return (
    <ClientMessages namespaces={["applications"]}>
      <PageHeader
        title={t("apply.title")}
        breadcrumbs={[{ href: `/a/${alliance}`, label: name }, { label: t("apply.title") }]}
        description={t("apply.lead")}
      />
      <ApplyForm
        tenant={alliance}
        kinds={organizationKinds.map((value) => ({ value, label: kind(value) }))}
        positions={requestablePositions.map((value) => ({
          value,
          label: own.get(value) ?? position(value),
        }))}
      />
    </ClientMessages>
  );
}

import { getLocale, getTranslations } from "next-intl/server";
import { AdmitForm } from "@/components/applications/step-forms";
import type { MeetingView } from "@/lib/features/meetings/schema/record";
import { formatDay } from "@/lib/i18n/format";

/** One click under a carried admission that has not taken effect yet. */
export async function Admit({
  tenant,
  item: { application, motion },
}: {
  tenant: string;
  item: MeetingView["items"][number];
}) {
  const locale = await getLocale();
  const t = await getTranslations("resolutions");
  const resolution = motion?.resolution;
  if (!application || !resolution || application.state !== "on_agenda") return null;
  return (
    <AdmitForm
      tenant={tenant}
      applicationId={application.id}
      version={application.version}
      resolutionId={resolution.id}
      code={t("code", {
        body: (locale === "en" && resolution.body.nameEn) || resolution.body.name,
        year: String(resolution.year),
        number: String(resolution.number),
      })}
      day={formatDay(resolution.effectiveFrom, locale)}
    />
  );
}

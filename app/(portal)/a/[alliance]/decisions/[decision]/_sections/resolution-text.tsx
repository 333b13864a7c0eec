import { getLocale, getTranslations } from "next-intl/server";
import { AdmitForm } from "@/components/applications/step-forms";
import { bodyName } from "@/components/meetings/body-name";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import type { ResolutionView } from "@/lib/features/resolutions/schema";
import { formatDay } from "@/lib/i18n/format";

type Props = { alliance: string; resolution: ResolutionView; code: string };

/** What was decided, its days, and the admission that still has to take effect. */
export async function ResolutionText({ alliance, resolution, code }: Props) {
  const [t, m, b, locale] = await Promise.all([
    getTranslations("resolutions"),
    getTranslations("meetings"),
    getTranslations("bodies"),
    getLocale(),
  ]);
  const { application, may } = resolution;
  const waits = application?.state === "on_agenda";
  return (
    <Panel title={t("text")}>
      <div className="flex flex-col gap-4">
        <p className="max-w-prose whitespace-pre-line">{resolution.text}</p>
        <Facts
          items={[
            { label: m("column.number"), value: code },
            { label: m("column.body"), value: bodyName(resolution.body, locale) },
            { label: m("column.matter"), value: b(`matter.${resolution.matter}`) },
            { label: m("column.adoptedOn"), value: formatDay(resolution.adoptedOn, locale) },
            {
              label: m("column.effectiveFrom"),
              value: formatDay(resolution.effectiveFrom, locale),
            },
            { label: t("field.expiresOn"), value: formatDay(resolution.expiresOn, locale) },
            { label: t("field.reviewOn"), value: formatDay(resolution.reviewOn, locale) },
          ]}
        />
        {waits && application && may.admit && (
          <AdmitForm
            tenant={alliance}
            applicationId={application.id}
            version={application.version}
            resolutionId={resolution.id}
            code={code}
            day={formatDay(resolution.effectiveFrom, locale)}
          />
        )}
      </div>
    </Panel>
  );
}

import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AdmitForm } from "@/components/applications/step-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { bodyName } from "@/components/meetings/meeting-table";
import { Provenance } from "@/components/meetings/provenance";
import { ResultSheet } from "@/components/meetings/result-sheet";
import { DecisionThread } from "@/components/meetings/thread";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { loadResolution } from "@/lib/features/meetings/loaders";
import { resolutionCode } from "@/lib/features/meetings/rules";
import { getResolutionInput } from "@/lib/features/meetings/schema";
import { formatDay } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string; decision: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, decision } = await params;
  const input = getResolutionInput.safeParse({ resolutionId: decision });
  if (!input.success) notFound();
  return { alliance, resolution: await loadResolution(alliance, input.data) };
};

export async function generateMetadata({ params }: Props) {
  return { title: (await load(params)).resolution.title };
}

export default async function DecisionPage({ params }: Props) {
  const [t, b, locale, { alliance, resolution }] = await Promise.all([
    getTranslations("meetings"),
    getTranslations("bodies"),
    getLocale(),
    load(params),
  ]);
  const base = `/a/${alliance}`;
  const { application, may } = resolution;
  const code = resolutionCode(resolution.year, resolution.number);
  const waits = application?.state === "on_agenda";
  return (
    <ClientMessages namespaces={["applications"]}>
      <PageHeader
        title={resolution.title}
        breadcrumbs={[{ href: `${base}/decisions`, label: t("decisions.title") }, { label: code }]}
        waitingFor={waits && t("waitsForAdmission")}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("decisions.text")}>
            <div className="flex flex-col gap-4">
              <p className="max-w-prose whitespace-pre-line">{resolution.text}</p>
              <Facts
                items={[
                  { label: t("column.number"), value: code },
                  { label: t("column.body"), value: bodyName(resolution.body, locale) },
                  { label: t("column.matter"), value: b(`matter.${resolution.matter}`) },
                  { label: t("column.adoptedOn"), value: formatDay(resolution.adoptedOn, locale) },
                  {
                    label: t("column.effectiveFrom"),
                    value: formatDay(resolution.effectiveFrom, locale),
                  },
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
          <Panel title={t("sheet.title")}>
            <ResultSheet motion={resolution.motion} base={base} below />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("thread.title")}>
            <DecisionThread
              base={base}
              meeting={resolution.meeting}
              motionTitle={resolution.itemTitle}
              resolution={resolution}
              application={application}
              openApplication={may.openApplication}
            />
          </Panel>
          <Panel>
            <Provenance tenant={alliance} {...resolution} download={may.download} />
          </Panel>
        </div>
      </div>
    </ClientMessages>
  );
}

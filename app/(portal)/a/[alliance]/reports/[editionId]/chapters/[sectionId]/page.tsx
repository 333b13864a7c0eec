import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { SectionBadge } from "@/components/reports/badges";
import { HandInForm, WriteForm } from "@/components/reports/chapter-forms";
import { ChapterText } from "@/components/reports/chapter-text";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadEditionSection } from "@/lib/features/reports/loaders";
import { getSectionInput } from "@/lib/features/reports/schema/editions";
import { formatDay } from "@/lib/i18n/format";
import { ChapterSide } from "./_sections/side";

type Props = { params: Promise<{ alliance: string; editionId: string; sectionId: string }> };

async function load(params: Props["params"]) {
  const { alliance, editionId, sectionId } = await params;
  const input = getSectionInput.safeParse({ sectionId });
  if (!input.success) notFound();
  const section = await loadEditionSection(alliance, input.data);
  if (section.edition.id !== editionId) notFound();
  return { alliance, section };
}

export async function generateMetadata({ params }: Props) {
  return { title: (await load(params)).section.title };
}

export default async function ChapterPage({ params }: Props) {
  const [t, locale, { alliance, section }] = await Promise.all([
    getTranslations("reports"),
    getLocale(),
    load(params),
  ]);
  const { edition, organization } = section;
  const base = `/a/${alliance}/reports`;
  const form = { tenant: alliance, section };
  return (
    <ClientMessages namespaces={["reports"]}>
      <PageHeader
        title={section.title}
        breadcrumbs={[
          { href: base, label: t("title") },
          { href: `${base}/${edition.id}`, label: edition.title },
          { label: section.title },
        ]}
        badge={<SectionBadge state={section.state} />}
        description={
          <span className="flex flex-wrap items-center gap-2">
            {organization?.name ?? t("secretariat")} · {t("field.sectionDue")}{" "}
            {formatDay(section.dueOn, locale)}
            {section.late && <Badge tone="problem">{t("late")}</Badge>}
          </span>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {section.returnReason && (
            <Notice tone="problem">{t("returnedFor", { reason: section.returnReason })}</Notice>
          )}
          {section.mayWrite ? (
            <Panel title={t("write")}>
              <div key={section.version} className="flex flex-col gap-4">
                <WriteForm {...form} />
                {section.textNumber > 0 && <HandInForm {...form} />}
              </div>
            </Panel>
          ) : (
            <Panel title={t("field.text")}>
              {section.text ? (
                <ChapterText body={section.text} figures={section.figures} />
              ) : (
                <p className="text-muted">{t("noText")}</p>
              )}
            </Panel>
          )}
        </div>
        <ChapterSide alliance={alliance} section={section} />
      </div>
    </ClientMessages>
  );
}

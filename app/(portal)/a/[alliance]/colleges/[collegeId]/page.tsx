import { getTranslations } from "next-intl/server";
import { CollegeBadge } from "@/components/colleges/badges";
import { CollegeFacts } from "@/components/colleges/college-facts";
import { PartyTable } from "@/components/colleges/party-table";
import { WaitingLine } from "@/components/colleges/waiting-line";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { RecordColumns } from "@/components/layout/record-columns";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { CollegeInsideParts } from "./_sections/inside";
import { type CollegeProps, collegeOf } from "./_sections/load";
import { CollegeSteps, CollegeTools } from "./_sections/steps";

export async function generateMetadata({ params }: CollegeProps) {
  return { title: (await collegeOf(params)).college.name };
}

export default async function CollegePage({ params }: CollegeProps) {
  const [t, { alliance, college }] = await Promise.all([
    getTranslations("colleges"),
    collegeOf(params),
  ]);
  const base = `/a/${alliance}`;
  const { inside } = college;
  return (
    <ClientMessages namespaces={["colleges"]}>
      <PageHeader
        title={college.name}
        breadcrumbs={[{ href: `${base}/colleges`, label: t("title") }, { label: college.name }]}
        badge={<CollegeBadge state={college.state} />}
        waitingFor={inside && inside.waiting !== "nobody" && <WaitingLine {...inside} />}
        actions={
          <ButtonLink href={`${base}/colleges/${college.id}/print`}>{t("print")}</ButtonLink>
        }
      />
      <RecordColumns
        steps={inside && <CollegeSteps alliance={alliance} college={college} inside={inside} />}
        tools={inside && <CollegeTools alliance={alliance} college={college} inside={inside} />}
      >
        <Panel title={t("facts")}>
          <CollegeFacts college={college} base={base} />
        </Panel>
        <Panel title={t("parties")}>
          <PartyTable college={college} />
        </Panel>
        {inside ? (
          <CollegeInsideParts alliance={alliance} college={college} inside={inside} />
        ) : (
          <p className="text-sm text-muted">{t("publicNote")}</p>
        )}
      </RecordColumns>
    </ClientMessages>
  );
}

import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { acceptanceReport, noticeOfRegistration } from "@/app/api/documents/projects";
import { PaperTools } from "@/components/layout/paper-tools";
import { OfficialPage } from "@/components/ui/official-page";
import { loadAlliance } from "@/lib/features/alliances/loaders";
import { loadProject, loadWork } from "@/lib/features/projects/loaders";
import { getProjectSchema } from "@/lib/features/projects/schema/projects";
import type { RawSearch } from "@/lib/kernel/address";

type Props = {
  params: Promise<{ alliance: string; id: string }>;
  searchParams: Promise<RawSearch>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("projects"))("paper.notice") };
}

/** 立项通知书 or 验收报告, as it goes on paper. */
export default async function PrintedProject({ params, searchParams }: Props) {
  const { alliance, id } = await params;
  const input = getProjectSchema.safeParse({ id });
  if (!input.success) notFound();
  const [{ paper }, project, work, { name }] = await Promise.all([
    searchParams,
    loadProject(alliance, input.data),
    loadWork(alliance, input.data),
    loadAlliance(alliance, {}),
  ]);
  const made =
    paper === "report"
      ? acceptanceReport(project, work, name)
      : noticeOfRegistration(project, work, name);
  if (!made) notFound();
  return (
    <>
      <PaperTools href={`/a/${alliance}/projects/${id}`} back={project.title} />
      <OfficialPage
        title={made.title}
        number={made.number}
        paragraphs={made.body.map((line) => line.text)}
        closing={made.closing ?? []}
      />
    </>
  );
}

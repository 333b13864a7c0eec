import { paperAnswer } from "@/app/api/documents/answer";
import { acceptanceReport, noticeOfRegistration } from "@/app/api/documents/projects";
import { get as getAlliance } from "@/lib/features/alliances/procedures/alliances";
import { getProjectProcedure } from "@/lib/features/projects/procedures/projects";
import { projectWorkQuery } from "@/lib/features/projects/procedures/work";
import { ask } from "@/lib/platform/corridor/faces";

type Context = { params: Promise<{ alliance: string; id: string }> };

/** `?paper=report` is the report of the acceptance, anything else the notice of registration. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { alliance, id } = await params;
  const report = new URL(request.url).searchParams.get("paper") === "report";
  return paperAnswer(request, alliance, async (call) => {
    const project = await ask(getProjectProcedure, call, { id });
    const work = await ask(projectWorkQuery, call, { id });
    const { name } = await ask(getAlliance, call, {});
    return report
      ? acceptanceReport(project, work, name)
      : noticeOfRegistration(project, work, name);
  });
}

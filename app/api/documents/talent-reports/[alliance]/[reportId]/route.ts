import { paperAnswer } from "@/app/api/documents/answer";
import { reportPaper } from "@/components/talent/report-paper";
import { getReportQuery } from "@/lib/features/talent/procedures/reports";
import { ask } from "@/lib/platform/corridor/faces";

type Context = { params: Promise<{ alliance: string; reportId: string }> };

/** Official papers are in the language of the alliances, whoever fetches them. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { alliance, reportId } = await params;
  return paperAnswer(request, alliance, async (call) => {
    const { lines, ...paper } = reportPaper(await ask(getReportQuery, call, { reportId }), "zh-CN");
    return { ...paper, body: lines };
  });
}

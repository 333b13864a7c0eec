import { getTranslations } from "next-intl/server";
import { reportAnswer } from "@/app/api/documents/answer";
import { exchangePaper, PAPER_LANGUAGE } from "@/components/dashboards/exchange-paper";
import { metricWords } from "@/components/dashboards/words";
import { getDashboardProcedure } from "@/lib/features/dashboards/procedures";
import { dashboardFilterSchema } from "@/lib/features/dashboards/schema";
import { knownSearch } from "@/lib/kernel/address";
import { ask } from "@/lib/platform/corridor/faces";

type Context = { params: Promise<{ alliance: string }> };

/** The same two pages as on the screen, for the same rights, as a Word file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { alliance } = await params;
  const raw = Object.fromEntries(new URL(request.url).searchParams);
  const locale = PAPER_LANGUAGE;
  return reportAnswer(request, alliance, async (call) => {
    const [board, t, m, o, p] = await Promise.all([
      ask(getDashboardProcedure, call, knownSearch(dashboardFilterSchema, raw)),
      getTranslations({ locale, namespace: "dashboards" }),
      getTranslations({ locale, namespace: "metrics" }),
      getTranslations({ locale, namespace: "organizations" }),
      getTranslations({ locale, namespace: "projects" }),
    ]);
    return exchangePaper(board, { t, m, words: metricWords(locale, m, o, p) });
  });
}

import { getTranslations } from "next-intl/server";
import { ExchangePage } from "@/components/dashboards/exchange-page";
import { exchangePaper, PAPER_LANGUAGE } from "@/components/dashboards/exchange-paper";
import { metricWords } from "@/components/dashboards/words";
import { PaperTools } from "@/components/layout/paper-tools";
import { DownloadLink } from "@/components/ui/button";
import { loadDashboard } from "@/lib/features/dashboards/loaders";
import { dashboardFilterSchema } from "@/lib/features/dashboards/schema";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("dashboards"))("exchange.title") };
}

/** Two pages for a meeting, printed or as a Word file: the numbers of the dashboard with its filters, and their sources. */
export default async function ExchangeMaterialPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(dashboardFilterSchema, await searchParams);
  const locale = PAPER_LANGUAGE;
  const [s, board, t, m, o, p] = await Promise.all([
    getTranslations("dashboards"),
    loadDashboard(alliance, search),
    getTranslations({ locale, namespace: "dashboards" }),
    getTranslations({ locale, namespace: "metrics" }),
    getTranslations({ locale, namespace: "organizations" }),
    getTranslations({ locale, namespace: "projects" }),
  ]);
  return (
    <>
      <PaperTools href={addressWith(`/a/${alliance}/dashboard`, search)} back={s("title")}>
        <DownloadLink href={addressWith(`/api/documents/exchange/${alliance}`, search)}>
          {s("exchange.docx")}
        </DownloadLink>
      </PaperTools>
      <ExchangePage paper={exchangePaper(board, { t, m, words: metricWords(locale, m, o, p) })} />
    </>
  );
}

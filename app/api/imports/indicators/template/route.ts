import { getTranslations } from "next-intl/server";
import writeExcelFile from "write-excel-file/node";
import { fillColumns } from "@/lib/features/indicators/types";
import { indicatorWords } from "@/lib/i18n/import-words";

const NEEDED: readonly string[] = ["code", "name"];

/** GET: headings in both languages and, on a second sheet, the words that may be used. No indicator stands in it. */
export async function GET(): Promise<Response> {
  const t = await getTranslations("indicators.fill");
  const bold = (value: string) => ({ value, fontWeight: "bold" as const });
  const headings = fillColumns.map((column) =>
    bold(`${indicatorWords.columns[column].join(" / ")}${NEEDED.includes(column) ? " *" : ""}`),
  );
  const listed = (["kind", "direction", "aggregation", "yearBasis"] as const).flatMap((column) => [
    [bold(t(`column.${column}`))],
    ...Object.values(indicatorWords[column]).map((both) => both.map((value) => ({ value }))),
    [],
  ]);
  const file = await writeExcelFile([
    {
      data: [headings],
      sheet: t("title"),
      columns: fillColumns.map(() => ({ width: 20 })),
      stickyRowsCount: 1,
    },
    { data: listed, sheet: "2", columns: [{ width: 28 }, { width: 40 }] },
  ]).toBuffer();
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="indicator-import-template.xlsx"; filename*=UTF-8''${encodeURIComponent(t("templateFile"))}.xlsx`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

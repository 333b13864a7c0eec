import { getTranslations } from "next-intl/server";
import writeExcelFile from "write-excel-file/node";
import { importColumns, memberPositions } from "@/lib/features/memberships/types";
import { organizationKinds } from "@/lib/features/organizations/types";
import { importWords } from "@/lib/i18n/import-words";

const NEEDED: readonly string[] = ["name", "kind"];

/** GET: an empty workbook with the headings in both languages and, on a second sheet, the words that may be used. */
export async function GET(): Promise<Response> {
  const t = await getTranslations("memberships.import");
  const headings = importColumns.map((column) => ({
    value: `${importWords.columns[column].join(" / ")}${NEEDED.includes(column) ? " *" : ""}`,
    fontWeight: "bold" as const,
  }));
  const listed = (column: "kind" | "position", words: (readonly string[])[]) => [
    [{ value: t(`column.${column}`), fontWeight: "bold" as const }],
    ...words.map((both) => both.map((value) => ({ value }))),
    [],
  ];
  const allowed = [
    ...listed(
      "kind",
      organizationKinds.map((kind) => importWords.kinds[kind]),
    ),
    ...listed(
      "position",
      memberPositions.map((position) => importWords.positions[position]),
    ),
  ];
  const file = await writeExcelFile([
    {
      data: [headings],
      sheet: t("title"),
      columns: importColumns.map(() => ({ width: 24 })),
      stickyRowsCount: 1,
    },
    { data: allowed, sheet: t("columnsTitle"), columns: [{ width: 28 }, { width: 40 }] },
  ]).toBuffer();
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="register-import-template.xlsx"; filename*=UTF-8''${encodeURIComponent(t("templateFile"))}.xlsx`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

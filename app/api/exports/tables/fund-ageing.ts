import { getTranslations } from "next-intl/server";
import { exportAgeingQuery } from "@/lib/features/funds/procedures/reports";
import type { Ageing } from "@/lib/features/funds/schema/reports";
import { ageBands } from "@/lib/features/funds/types";
import { type SheetColumn, tableOf, yuan } from "./table";

type Row = Ageing["items"][number];

export const fundAgeing = tableOf(exportAgeingQuery, async () => {
  const [t, s] = await Promise.all([getTranslations("funds"), getTranslations("sheets")]);
  const kinds = ["cash", "inKind"] as const;
  const header = (side: string, kind: (typeof kinds)[number]) =>
    s("inYuan", { name: t("sideKind", { side, kind: t(`ageing.${kind}`) }) });
  return {
    name: t("ageing.title"),
    columns: [
      [t("ageing.organization"), (row) => row.name],
      [t("ageing.oldest"), (row) => row.oldestDueOn],
      [t("ageing.promises"), (row) => row.promises],
      ...ageBands.flatMap((band) =>
        kinds.map(
          (kind): SheetColumn<Row> => [
            header(t(`ageing.${band}`), kind),
            (row) => yuan(row[kind][band]),
          ],
        ),
      ),
      ...kinds.map(
        (kind): SheetColumn<Row> => [header(t("ageing.all"), kind), (row) => yuan(row.total[kind])],
      ),
    ],
  };
});

import { getTranslations } from "next-intl/server";
import { exportCoverageQuery } from "@/lib/features/reporting/procedures/cycles";
import type { Coverage } from "@/lib/features/reporting/schema/cycles";
import { tableOf } from "./table";

type Row = Coverage["items"][number];

/** A cell says what the screen's says: the state, with the marks beside it. */
export const coverage = tableOf(exportCoverageQuery, async ({ cycles }) => {
  const [t, s] = await Promise.all([getTranslations("reporting"), getTranslations("sheets")]);
  return {
    name: t("tab.coverage"),
    columns: [
      [t("field.organization"), (row) => row.organizationName],
      ...cycles.map(
        ({ id, name }) =>
          [
            name,
            (row: Row) => {
              const cell = row.cells.find(({ cycleId }) => cycleId === id);
              if (!cell) return t("none");
              const { shown, late, nil } = cell;
              return [t(`state.${shown}`), late && t("mark.late"), nil && t("mark.nil")]
                .filter(Boolean)
                .join(s("separator"));
            },
          ] as const,
      ),
    ],
  };
});

import { getLocale, getTranslations } from "next-intl/server";
import { bodyName } from "@/components/meetings/body-name";
import { exportProposalsQuery } from "@/lib/features/meetings/procedures/proposals";
import { minuteOf, tableOf } from "./table";

export const proposals = tableOf(exportProposalsQuery, async () => {
  const [t, c, s, locale] = await Promise.all([
    getTranslations("meetings"),
    getTranslations("common"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  return {
    name: t("proposals.title"),
    columns: [
      [t("item.name"), (row) => row.title],
      [t("field.body"), (row) => bodyName(row.body, locale)],
      [s("column.proposer"), (row) => row.organizationName ?? row.proposedBy],
      [s("column.proposedAt"), (row) => minuteOf(row.createdAt)],
      [t("item.partyPrior"), (row) => c(row.partyPrior ? "yes" : "no")],
      [s("column.state"), (row) => t(`proposals.state.${row.state}`)],
      [t("agendaForm.explanation"), (row) => row.explanation],
      [t("agendaForm.paper"), (row) => row.file?.name ?? null],
      [t("proposals.meeting"), (row) => row.meeting?.title ?? null],
      [t("proposals.reason"), (row) => row.reason],
    ],
  };
});

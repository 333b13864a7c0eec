import { getLocale, getTranslations } from "next-intl/server";
import { waitingWords } from "@/components/projects/waiting-words";
import { exportProjectsQuery } from "@/lib/features/projects/procedures/projects";
import { formatDay } from "@/lib/i18n/format";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import { tableOf } from "./table";

export const projects = tableOf(exportProjectsQuery, async () => {
  const [t, s, locale] = await Promise.all([
    getTranslations("projects"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  const list = (parties: readonly { name: string }[]) =>
    parties.map(({ name }) => name).join(t("separator"));
  return {
    name: t("title"),
    columns: [
      [t("column.code"), (row) => row.code],
      [t("column.title"), (row) => row.title],
      [s("column.type"), (row) => t(`type.${row.type}`)],
      [s("column.source"), (row) => t(`source.${row.source}`)],
      [t("column.state"), (row) => t(`state.${row.state}`)],
      [
        t("column.waiting"),
        ({ state, waiting }) =>
          waiting &&
          t.markup(waitingWords(state, waiting.party), {
            names: list(waiting.organizations),
            day: formatDay(dayIn(waiting.since, homeZone), locale),
            since: (words) => words,
          }),
      ],
      [s("column.lead"), (row) => row.lead.name],
      [s("column.partners"), (row) => list(row.partners)],
      [s("column.start"), (row) => row.startsOn],
      [s("column.end"), (row) => row.endsOn],
    ],
  };
});

import { getTranslations } from "next-intl/server";
import { exportChangesQuery } from "@/lib/features/organizations/procedures";
import type { ChangeView } from "@/lib/features/organizations/schema/changes";
import {
  type KeyField,
  keyFields,
  type OrganizationKind,
} from "@/lib/features/organizations/types";
import { minuteOf, type SheetColumn, tableOf } from "./table";

/** One change in one row: each key field with what it is and what it is to be. */
export const changes = tableOf(exportChangesQuery, async () => {
  const [t, s] = await Promise.all([getTranslations("organizations"), getTranslations("sheets")]);
  const shownValue = (row: ChangeView, name: KeyField, which: "before" | "after") => {
    const value = row.fields.find(({ field }) => field === name)?.[which] ?? null;
    return name === "kind" && value ? t(`kind.${value as OrganizationKind}`) : value;
  };
  const columnsOf = (name: KeyField): SheetColumn<ChangeView>[] =>
    (["before", "after"] as const).map((which) => [
      s("of", { whole: t(`field.${name}`), part: t(`change.${which}`) }),
      (row) => shownValue(row, name, which),
    ]);
  const named = (row: ChangeView, answer: ChangeView["answers"][number]["answer"]) =>
    row.answers
      .filter((one) => one.answer === answer)
      .map(({ alliance }) => alliance?.name ?? t("change.elsewhere"))
      .join(s("separator"));
  return {
    name: t("change.title"),
    columns: [
      [s("column.organization"), (row) => row.organization.name],
      [s("column.state"), (row) => t(`change.state.${row.state}`)],
      [s("column.proposedAt"), (row) => minuteOf(row.proposedAt)],
      [s("column.proposer"), (row) => row.proposedBy ?? t("change.elsewhere")],
      [s("column.proposedIn"), (row) => row.alliance?.name ?? t("change.elsewhere")],
      ...keyFields.flatMap(columnsOf),
      [t("field.renamedOn"), (row) => row.renamedOn],
      [t("change.answer.waiting"), (row) => named(row, "waiting")],
      [t("change.answer.accepted"), (row) => named(row, "accepted")],
      [t("change.answer.refused"), (row) => named(row, "refused")],
      [
        t("change.reason"),
        (row) => row.answers.flatMap(({ reason }) => reason ?? []).join(s("stop")),
      ],
    ],
  };
});

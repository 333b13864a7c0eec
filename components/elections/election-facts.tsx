import { useLocale, useTranslations } from "next-intl";
import type { ElectionView } from "@/lib/features/elections/schema";
import { formatDay } from "@/lib/i18n/format";
import { Facts } from "../ui/facts";

/** The rules of an election, as they stand from its planning on. */
export function ElectionFacts({ election }: { election: ElectionView }) {
  const t = useTranslations("elections");
  const locale = useLocale();
  const { approval } = election;
  return (
    <Facts
      items={[
        {
          label: t("column.body"),
          value: (locale === "en" && election.bodyNameEn) || election.bodyName,
        },
        {
          label: t("fact.seats"),
          value: t("fact.seatNumbers", {
            count: election.seats,
            numbers: election.seatNumbers.join("、"),
          }),
        },
        {
          label: t("column.kind"),
          value: `${election.byElection ? t("byElection") : t("newTerm")} · ${t(`contest.${election.contest}`)}`,
        },
        { label: t("fact.electors"), value: election.electorBodyName },
        {
          label: t("fact.marks"),
          value: t("fact.marksRange", { least: election.minMarks, most: election.maxMarks }),
        },
        {
          label: t("fact.approval"),
          value: t(`fact.share.${approval.cmp}`, { num: approval.num, den: approval.den }),
        },
        {
          label: t("fact.term"),
          value: t("fact.termRange", {
            from: formatDay(election.startsOn, locale),
            to: formatDay(election.endsOn, locale),
          }),
        },
        {
          label: t("fact.objections"),
          value: election.objectionUntil
            ? t("fact.objectionUntil", { day: formatDay(election.objectionUntil, locale) })
            : t("fact.objectionDays", { days: election.objectionDays }),
        },
      ]}
    />
  );
}

import { useLocale, useTranslations } from "next-intl";
import type { CallView } from "@/lib/features/calls/schema/view";
import { formatDay } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { Facts } from "../ui/facts";
import { AnswerObjectionForm } from "./award-forms";

export function AwardFacts({ award }: { award: NonNullable<CallView["award"]> }) {
  const t = useTranslations("calls.award");
  const locale = useLocale();
  return (
    <Facts
      items={[
        { label: t("winner"), value: award.organization.name },
        {
          label: t("period"),
          value: t("periodOf", {
            from: formatDay(award.noticeFrom, locale),
            until: formatDay(award.noticeUntil, locale),
          }),
        },
        ...(award.reason ? [{ label: t("reason"), value: award.reason }] : []),
      ]}
    />
  );
}

export function Objections({
  tenant,
  objections,
}: {
  tenant: string;
  objections: CallView["objections"];
}) {
  const t = useTranslations("calls.objection");
  if (objections.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="flex flex-col gap-4">
      {objections.map((one) => (
        <li key={one.id} className="flex flex-col gap-2">
          <p className="whitespace-pre-line">
            {one.text}{" "}
            <Badge tone={one.state === "open" ? "attention" : "decided"}>
              {t(`state.${one.state}`)}
            </Badge>
          </p>
          {one.answer && (
            <p className="text-sm text-muted">{t("answerOf", { text: one.answer })}</p>
          )}
          {one.mayAnswer && <AnswerObjectionForm tenant={tenant} objectionId={one.id} />}
        </li>
      ))}
    </ul>
  );
}

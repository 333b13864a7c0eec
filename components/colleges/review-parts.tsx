import { useLocale, useTranslations } from "next-intl";
import type { ReviewView } from "@/lib/features/colleges/schema/reviews";
import { formatMoney } from "@/lib/i18n/format";
import { Notice } from "../ui/notice";

/** What the portal counted, in sentences; what nobody records is said to be left out. */
export function CountedInputs({ review }: { review: ReviewView }) {
  const t = useTranslations("colleges.input");
  const locale = useLocale();
  const { inputs } = review;
  const money = (yuan: string) => {
    const { text, unit } = formatMoney(yuan, locale);
    return `${text} ${unit}`;
  };
  const lines = [
    t("boardMeetings", { count: inputs.boardMeetings }),
    t("contributed", {
      cash: money(inputs.contributedCash),
      kind: money(inputs.contributedKind),
      count: inputs.contributors,
    }),
    t("projects", { count: inputs.projects }),
    t("received", { cash: money(inputs.receivedCash), kind: money(inputs.receivedKind) }),
    t("enrolled", { count: inputs.enrolled }),
    ...(inputs.enrolledBefore === null
      ? []
      : [t("enrolledBefore", { count: inputs.enrolledBefore })]),
    inputs.students === null ? t("noStudents") : t("students", { count: inputs.students }),
    ...(inputs.hired === null ? [] : [t("hired", { count: inputs.hired })]),
    inputs.satisfaction === null
      ? t("noSatisfaction")
      : t("satisfaction", { value: inputs.satisfaction, count: review.respondents ?? 0 }),
  ];
  return (
    <ul className="list-disc pl-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Points of each part, and the grade with its reason. */
export function Points({ review }: { review: ReviewView }) {
  const t = useTranslations("colleges");
  const values = { points: review.points, grade: t(`grade.${review.grade}`) };
  return (
    <div className="flex flex-col gap-3">
      <p className="font-medium">
        {review.state === "decided" ? t("gradeLine", values) : t("gradeNow", values)}
      </p>
      {review.vetoes.length > 0 && (
        <Notice tone="problem" title={t("vetoNote")}>
          {review.vetoes.map((veto) => t(`veto.${veto}`)).join(" · ")}
        </Notice>
      )}
      <dl className="flex flex-col divide-y divide-line">
        {review.parts.map(({ part, points, most }) => (
          <div key={part} className="flex justify-between gap-4 py-1">
            <dt>{t(`part.${part}`)}</dt>
            <dd className="tabular-nums">
              {points === null ? (
                <span className="text-muted">{t("notCounted")}</span>
              ) : (
                t("points", { points, most })
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

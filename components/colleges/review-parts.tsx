import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { unconfirmedIn } from "@/lib/features/colleges/rules/review";
import type { CollegeInside } from "@/lib/features/colleges/schema/colleges";
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

/** What was brought in and counts for nothing until somebody else confirms it, while that can still be done. */
export function UnconfirmedNote({
  review,
  inside,
  href,
}: {
  review: ReviewView;
  inside: CollegeInside;
  /** Where they are confirmed. */
  href: string;
}) {
  const t = useTranslations("colleges");
  const open = unconfirmedIn(inside.contributions, review.year);
  if (review.state !== "draft" || open.length === 0) return null;
  const own = open.filter(({ mayConfirm }) => mayConfirm).length;
  return (
    <Notice tone="attention" title={t("unconfirmedNote", { count: open.length })}>
      {t.rich(own > 0 ? "unconfirmedOwn" : "unconfirmedOthers", {
        count: own,
        link: (text) => <Link href={href}>{text}</Link>,
      })}
    </Notice>
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

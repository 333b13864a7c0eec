import { useLocale, useTranslations } from "next-intl";
import type { ElectionView } from "@/lib/features/elections/schema";
import { formatDay } from "@/lib/i18n/format";

type Props = {
  alliance: string;
  election: ElectionView;
  winner: ElectionView["winners"][number];
};

/** 聘书 on a page of its own. */
export function AppointmentLetter({ alliance, election, winner }: Props) {
  const t = useTranslations("elections.letter");
  const position = useTranslations("memberships.seat");
  const locale = useLocale();
  const body = (locale === "en" && election.bodyNameEn) || election.bodyName;
  return (
    <article className="mx-auto flex min-h-[60vh] w-full max-w-2xl flex-col gap-6 border border-line bg-surface p-8 break-after-page sm:p-12 print:border-0">
      <h2 className="text-center text-3xl font-semibold tracking-[0.5em]">{t("title")}</h2>
      <p className="text-right text-sm">
        {t("number", { year: String(winner.letterYear), number: winner.letterNumber })}
      </p>
      <p className="text-lg font-semibold">{t("to", { name: winner.name })}</p>
      <p className="text-lg leading-loose indent-8">
        {t("text", {
          body,
          position: position(winner.position as "chair"),
          seat: winner.seatNumber,
          from: formatDay(election.startsOn, locale),
          to: formatDay(election.endsOn, locale),
        })}
      </p>
      <p className="mt-auto text-right text-lg leading-loose">
        {alliance}
        <br />
        {formatDay(election.today, locale)}
      </p>
    </article>
  );
}

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { MatchCard } from "@/lib/features/talent/schema/supply";
import { type MatchState, matchStates } from "@/lib/features/talent/types";
import { formatCount } from "@/lib/i18n/format";
import { MatchBadge } from "./badges";
import { useNamed } from "./words";

type Props = {
  base: string;
  items: readonly MatchCard[];
  counts: readonly { state: MatchState; matches: number; heads: number }[];
};

/** One column a state; on a phone they stand below each other. */
export function MatchBoard({ base, items, counts }: Props) {
  const t = useTranslations("talent.match");
  const locale = useLocale();
  return (
    <div className="grid items-start gap-3 md:grid-cols-3 xl:grid-cols-5">
      {matchStates.map((state) => {
        const here = items.filter((card) => card.state === state);
        const counted = counts.find((one) => one.state === state);
        return (
          <section
            key={state}
            aria-label={t(`state.${state}`)}
            className="min-w-0 rounded border border-line bg-sunken p-2"
          >
            <div className="mb-2 flex flex-wrap items-center justify-between gap-1">
              <h2 className="text-sm font-semibold">
                <MatchBadge state={state} />
              </h2>
              <span className="text-sm text-muted tabular-nums">
                {t("column", {
                  count: formatCount(counted?.matches ?? 0, locale),
                  heads: formatCount(counted?.heads ?? 0, locale),
                })}
              </span>
            </div>
            {here.length === 0 ? (
              <p className="px-1 py-2 text-sm text-muted">{t("none")}</p>
            ) : (
              <ul className="flex flex-col gap-2">
                {here.map((card) => (
                  <Card key={card.id} base={base} card={card} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

function Card({ base, card }: { base: string; card: MatchCard }) {
  const t = useTranslations("talent");
  const named = useNamed();
  const { quantity, hired, form, state } = card;
  return (
    <li className="rounded border border-line bg-surface p-2 text-sm">
      <Link href={`${base}/demands/${card.demandId}`} prefetch={false} className="font-medium">
        {named(card.occupation)}
      </Link>{" "}
      <span className="text-muted">{t(`skill.${card.skillLevel}`)}</span>
      <p>{t("match.sides", { enterprise: card.enterprise.name, school: card.school.name })}</p>
      <p className="text-muted">
        {card.programme}
        {form && ` · ${t(`match.form.${form}`)}`}
      </p>
      <p className="tabular-nums">
        {state === "result"
          ? t("match.hiredLine", { hired, quantity })
          : t("heads", { count: quantity })}
      </p>
    </li>
  );
}

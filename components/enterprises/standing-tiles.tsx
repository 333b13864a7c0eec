import { useLocale, useTranslations } from "next-intl";
import { sixGrid, sixOf } from "@/components/funds/six";
import { Stat } from "@/components/ui/stat";
import type { Standing } from "@/lib/features/enterprises/schema";
import { formatCount, formatMoney, moneyUnitFor } from "@/lib/i18n/format";

const sides = ["promised", "received", "spent"] as const;

/** People, problems, training and projects; each number with its unit and what it is out of. */
export function StandingTiles({ standing }: { standing: Standing }) {
  const t = useTranslations("enterprises");
  const locale = useLocale();
  const { people, problems, training, projects } = standing;
  const count = (value: number | string) => formatCount(Number(value), locale);
  return (
    <div className="grid grid-cols-2 gap-3 xl:grid-cols-4">
      <Stat
        label={t("hired")}
        value={count(people.hired)}
        unit={t("persons")}
        note={t("hiredNote", { wanted: people.wanted })}
      />
      <Stat
        label={t("learners")}
        value={count(people.learners)}
        unit={t("persons")}
        note={t("learnersNote", { classes: people.classes, mentors: people.mentors })}
      />
      <Stat
        label={t("solved")}
        value={count(problems.solved)}
        unit={t("items")}
        note={t("solvedNote", { posted: problems.posted, running: problems.running })}
      />
      <Stat
        label={t("running")}
        value={count(projects.running)}
        unit={t("items")}
        note={t("projectsNote", { all: projects.all })}
      />
      {(["personTimes", "persons", "personDays"] as const).map((unit) => (
        <Stat
          key={unit}
          label={`${t("training")} · ${t(unit)}`}
          value={`${unit === "persons" && training.atMost ? "≤ " : ""}${count(training[unit])}`}
          unit={t(unit)}
          note={t("trainingNote")}
        />
      ))}
    </div>
  );
}

/** Promised, received and spent, each in cash and in kind: six numbers, none of them a sum of others. */
export function MoneyTiles({ money }: Pick<Standing, "money">) {
  const t = useTranslations("enterprises");
  const locale = useLocale();
  const unit = moneyUnitFor(
    sides.flatMap((side) => [money[side].cash, money[side].inKind]),
    locale,
  );
  return (
    <div className={sixGrid}>
      {sixOf(sides).map(({ side, cash }) => {
        const kind = cash ? "cash" : "inKind";
        const shown = formatMoney(money[side][kind], locale, unit);
        return (
          <Stat
            key={`${side} ${kind}`}
            label={`${t(`side.${side}`)} · ${t(kind)}`}
            value={<span title={shown.exact}>{shown.text}</span>}
            unit={shown.unit}
          />
        );
      })}
    </div>
  );
}

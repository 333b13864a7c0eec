import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { LiveMeeting } from "@/lib/features/meetings/schema/live";

type Count = NonNullable<LiveMeeting["headcount"]>;

/** The quorum in words: how many there should be, must be, are, and how far it is from being lost. */
export function Meter({ meeting, large }: { meeting: LiveMeeting; large?: boolean }) {
  const t = useTranslations("meetings.meter");
  const { headcount } = meeting;
  if (!headcount) return <p className="text-sm text-muted">{t("none")}</p>;
  const { quorum, voters, spare } = headcount;
  const tail =
    spare < 0
      ? t("missing", { count: -spare })
      : spare === 0
        ? t("last")
        : t("spare", { count: spare, lost: spare + 1 });
  return (
    <div className={large ? "flex flex-col gap-2 text-2xl" : "flex flex-col gap-1"}>
      <p className="font-medium tabular-nums" role="status">
        {t("line", { base: quorum.base, needed: quorum.needed ?? 0, voters, tail })}
      </p>
      <p className={large ? "text-lg" : "text-sm"}>
        <Badge tone={headcount.met ? "ok" : "problem"}>
          {headcount.met ? t("met") : t("notMet")}
        </Badge>
      </p>
      <Extras count={headcount} />
    </div>
  );
}

/** What stands behind the line: conflicts, silence, groups, and a rule that reaches its limit. */
function Extras({ count }: { count: Count }) {
  const t = useTranslations("meetings.meter");
  const lines = [
    ...(count.recused > 0
      ? [t("recused", { present: count.present, recused: count.recused })]
      : []),
    ...(count.unclear > 0 ? [t("unclear", { count: count.unclear })] : []),
    ...count.groups.map((group) =>
      t("group", {
        name: group.name,
        base: group.base,
        needed: group.needed ?? 0,
        count: group.count,
      }),
    ),
    ...(count.belowMinRemaining ? [t("below", { count: count.remaining })] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="text-sm text-muted">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

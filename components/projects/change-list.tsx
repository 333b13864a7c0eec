import { useLocale, useTranslations } from "next-intl";
import type { ChangeView } from "@/lib/features/projects/schema/changes";
import { formatInstant, formatMoney } from "@/lib/i18n/format";
import { Badge, type BadgeTone } from "../ui/badge";
import { ChangeForms } from "./change-forms";

const tones: Record<ChangeView["state"], BadgeTone> = {
  proposed: "attention",
  approved: "decided",
  rejected: "problem",
  withdrawn: "neutral",
};

/** Old and new side by side; below each other on a phone. */
function Comparison({ lines }: { lines: ChangeView["lines"] }) {
  const t = useTranslations("projects.change");
  const locale = useLocale();
  const shown = (field: ChangeView["lines"][number]["field"], value: string | null) => {
    if (value === null) return t("none_value");
    return field === "budget" ? formatMoney(value, locale).exact : value;
  };
  return (
    <dl className="mt-2 flex flex-col gap-2">
      {lines.map((line) => (
        <div
          key={`${line.field}-${line.subject}-${line.new}`}
          className="grid gap-1 sm:grid-cols-[10rem_1fr_1fr]"
        >
          <dt className="text-sm text-muted">
            {t(`line.${line.field}`)}
            {line.subject && ` · ${line.subject}`}
          </dt>
          <dd className="line-through decoration-muted">
            <span className="sr-only">{t("old")}: </span>
            {shown(line.field, line.old)}
          </dd>
          <dd className="font-medium">
            <span className="sr-only">{t("next")}: </span>
            {shown(line.field, line.new)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Choice = { id: string; label: string };

function Change({
  tenant,
  change,
  resolutions,
}: {
  tenant: string;
  change: ChangeView;
  resolutions: readonly Choice[];
}) {
  const t = useTranslations("projects");
  const locale = useLocale();
  const { number, kind, state, authority, reason, proposedBy, proposedAt } = change;
  return (
    <li className="rounded border border-line p-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="font-medium">
          {t("change.number", { n: String(number) })} · {t(`change.kind.${kind}`)}
        </h3>
        <Badge tone={tones[state]}>{t(`change.state.${state}`)}</Badge>
      </div>
      <p className="text-sm text-muted">
        {t("change.proposed", { name: proposedBy ?? "", at: formatInstant(proposedAt, locale) })} ·{" "}
        {t("change.by", { authority: t(`authority.${authority}`) })}
      </p>
      <p className="mt-1 whitespace-pre-line">{reason}</p>
      <Comparison lines={change.lines} />
      {change.decisionReason && <p className="mt-2 text-sm">{change.decisionReason}</p>}
      {change.resolution && (
        <p className="mt-1 text-sm text-muted">
          {t("change.resolution")}: {change.resolution}
        </p>
      )}
      <ChangeForms tenant={tenant} change={change} resolutions={resolutions} />
    </li>
  );
}

export function ChangeList({
  tenant,
  changes,
  resolutions,
}: {
  tenant: string;
  changes: readonly ChangeView[];
  resolutions: readonly Choice[];
}) {
  const t = useTranslations("projects.change");
  if (changes.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {changes.map((one) => (
        <Change key={one.id} tenant={tenant} change={one} resolutions={resolutions} />
      ))}
    </ul>
  );
}

import { useLocale, useTranslations } from "next-intl";
import type { EffectSubject } from "@/lib/features/meetings/schema/effects";
import { memberPositions } from "@/lib/features/memberships/types";
import { type EffectKind, effectKinds } from "@/lib/features/resolutions/types";
import { formatDay } from "@/lib/i18n/format";
import type { Day } from "@/lib/kernel/dates";

const isShown = (kind: string): kind is Exclude<EffectKind, "none"> =>
  kind !== "none" && effectKinds.some((one) => one === kind);

/** "通过后：接纳示例企业为成员单位" */
export function EffectWords({ subject }: { subject: EffectSubject | null }) {
  const t = useTranslations("meetings.effect.words");
  const m = useTranslations("memberships.position");
  const p = useTranslations("alliances.power");
  const locale = useLocale();
  if (!subject || !isShown(subject.kind)) return null;
  const { kind, name, seat, powerKind, ordinal } = subject;
  const position = memberPositions.find((one) => one === subject.position);
  const on = (day: string | null) => (day ? formatDay(day as Day, locale as "zh-CN") : "");
  const key = kind === "admit" && !position ? "admitPlain" : kind;
  return (
    <p className="text-sm font-medium">
      {t(key, {
        name: name ?? "",
        position: position ? m(position) : "",
        body: seat?.bodyName ?? "",
        number: seat?.number ?? 0,
        power: powerKind ? p(powerKind) : "",
        ordinal: ordinal ?? 0,
        from: on(subject.from),
        to: on(subject.to),
      })}
    </p>
  );
}

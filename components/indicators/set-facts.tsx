import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { RuleView, SetView } from "@/lib/features/indicators/schema";
import { formatDay, nothing } from "@/lib/i18n/format";
import { Facts } from "../ui/facts";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";

const known = [
  "set-empty",
  "weights-missing",
  "weights-sum",
  "leaf-without-kind",
  "kind-with-children",
  "part-of-unknown",
  "level-count",
] as const;

/** What stands in the way of putting a draft into force. */
export function SetFaults({ faults }: { faults: SetView["faults"] }) {
  const t = useTranslations("indicators");
  if (faults.length === 0) return null;
  return (
    <Notice tone="attention" title={t("faults")}>
      <ul>
        {faults.map(({ fault, code, sum = 0, level = 0, found = 0, expected = 0 }) => {
          const word = known.find((one) => one === fault);
          return (
            word && (
              <li key={`${fault} ${code} ${level}`}>
                {t(`fault.${word}`, {
                  code: code || t("root"),
                  sum: sum / 100,
                  level,
                  found,
                  expected,
                })}
              </li>
            )
          );
        })}
      </ul>
    </Notice>
  );
}

export function SetFacts({ set, base }: { set: SetView; base: string }) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  return (
    <Panel>
      <Facts
        items={[
          {
            label: t("field.source"),
            value: set.sourceUrl ? (
              <a href={set.sourceUrl} rel="noreferrer">
                {set.source}
              </a>
            ) : (
              set.source
            ),
          },
          {
            label: t("field.validFrom"),
            value: set.validFrom ? formatDay(set.validFrom, locale) : nothing,
          },
          { label: t("field.indicators"), value: t("asked", { count: set.asked }) },
          {
            label: t("versions"),
            value: (
              <ul>
                {set.versions.map(({ id, edition, state }) => (
                  <li key={id}>
                    {id === set.id ? (
                      t("edition", { edition })
                    ) : (
                      <Link href={`${base}/${id}`}>{t("edition", { edition })}</Link>
                    )}{" "}
                    · {t(`state.${state}`)}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Panel>
  );
}

export function SetRules({ rules }: { rules: readonly RuleView[] }) {
  const t = useTranslations("indicators");
  return (
    <Panel title={t("rules")}>
      {rules.length === 0 && <p className="text-sm text-muted">{t("noRules")}</p>}
      <ul className="flex flex-col gap-2">
        {rules.map(({ expression, note, strength }) => (
          <li key={expression}>
            <code>{expression}</code> · {t(`strength.${strength}`)}
            <p className="text-sm text-muted">{note}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

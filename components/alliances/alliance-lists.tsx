import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { PowerState } from "@/lib/features/alliances/types";
import { programmeLevels } from "@/lib/features/alliances/types";
import { Badge, type BadgeTone } from "../ui/badge";
import type { AllianceView } from "./alliance-facts";

const powerTones: Record<PowerState, BadgeTone> = {
  proposed: "neutral",
  department_agreed: "attention",
  signed: "attention",
  in_force: "ok",
  reviewed: "decided",
  renewed: "ok",
  withdrawn: "problem",
};

const list = "divide-y divide-line";
const row = "flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2";

/** 赋权清单: what the government lets the alliance do itself, and how far each delegation has come. */
export function PowerList({ powers }: { powers: AllianceView["powers"] }) {
  const t = useTranslations("alliances");
  return (
    <ul className={list}>
      {powers.map(({ kind, state, grantor }) => (
        <li key={kind} className={row}>
          <span>
            {t(`power.${kind}`)}
            {grantor && (
              <Link href={`/organizations/${grantor.id}`} className="ml-2 text-sm">
                {t("home.grantor", { name: grantor.name })}
              </Link>
            )}
          </span>
          <Badge tone={powerTones[state]}>{t(`powerState.${state}`)}</Badge>
        </li>
      ))}
    </ul>
  );
}

/** Programmes by level: where the pathway from secondary school to bachelor has its steps. */
export function ProgrammeList({ programmes }: { programmes: AllianceView["programmes"] }) {
  const t = useTranslations("alliances");
  const p = useTranslations("programmes.level");
  return (
    <div className="flex flex-col gap-4">
      {programmeLevels.map((level) => {
        const here = programmes.filter((programme) => programme.level === level);
        return here.length === 0 ? null : (
          <section key={level}>
            <h3 className="text-sm text-muted">{p(level)}</h3>
            <ul className={list}>
              {here.map(({ name, school, synthetic }) => (
                <li key={`${name}${school.id}`} className={row}>
                  <span>
                    {name}{" "}
                    {synthetic && <span className="text-sm text-muted">{t("home.sample")}</span>}
                  </span>
                  <Link href={`/organizations/${school.id}`} className="text-sm">
                    {school.name}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

export function PlatformList({ platforms }: { platforms: AllianceView["platforms"] }) {
  const t = useTranslations("alliances");
  const o = useTranslations("organizations.level");
  const p = useTranslations("platforms.kind");
  return (
    <ul className={list}>
      {platforms.map(({ name, kind, level, host, shared }) => (
        <li key={name} className={row}>
          <span>
            {name}
            <span className="ml-2 text-sm text-muted">
              {[p(kind), level && o(level), shared && t("home.shared")].filter(Boolean).join(" · ")}
            </span>
          </span>
          {host && (
            <Link href={`/organizations/${host.id}`} className="text-sm">
              {host.name}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

export function RelationList({ relations }: { relations: AllianceView["relations"] }) {
  const t = useTranslations("alliances.relation");
  const locale = useLocale();
  const word = ({ kind, outgoing }: AllianceView["relations"][number]) =>
    kind === "peer" ? t("peer") : t(`${kind}_${outgoing ? "out" : "in"}`);
  return (
    <ul className={list}>
      {relations.map((relation) => (
        <li key={`${relation.kind}${relation.slug}`} className={row}>
          <span>
            <span className="text-sm text-muted">{word(relation)}</span>{" "}
            <Link href={`/a/${relation.slug}`}>
              {(locale === "en" && relation.nameEn) || relation.name}
            </Link>
          </span>
          {relation.note && <span className="text-sm text-muted">{relation.note}</span>}
        </li>
      ))}
    </ul>
  );
}

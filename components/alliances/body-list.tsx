import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { structureOutput } from "@/lib/features/alliances/schema/alliances";
import { formatDay } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { Holders } from "./holders";
import { useSeatWords } from "./seat-words";

export type Body = z.output<typeof structureOutput>["bodies"][number];

/** The bodies as a list that indents; each opens to its holders. */
export function BodyList({
  bodies,
  today,
  parent = null,
  base,
}: {
  bodies: readonly Body[];
  today: string;
  parent?: string | null;
  /** Address of the structure, for the bodies' own pages. */
  base: string;
}) {
  const known = new Set(bodies.map(({ id }) => id));
  const here = bodies.filter(({ parentId }) =>
    parent === null ? parentId === null || !known.has(parentId) : parentId === parent,
  );
  if (here.length === 0) return null;
  return (
    <ul
      className={
        parent === null
          ? "flex flex-col gap-2"
          : "mt-2 flex flex-col gap-2 border-l border-line pl-3 sm:pl-6"
      }
    >
      {here.map((body) => (
        <li key={body.id}>
          <BodyEntry body={body} today={today} base={base} />
          <BodyList bodies={bodies} today={today} parent={body.id} base={base} />
        </li>
      ))}
    </ul>
  );
}

function BodyEntry({ body, today, base }: { body: Body; today: string; base: string }) {
  const t = useTranslations("alliances");
  const seatWords = useSeatWords();
  const locale = useLocale();
  const duties = (locale === "en" && body.dutiesEn) || body.duties;
  const vacant = body.seats - body.filled;
  const facts = [
    body.seats > 0 && body.voting < body.seats && `${t("structure.voting")} ${body.voting}`,
    body.termOrdinal !== null &&
      t("structure.term", { ordinal: body.termOrdinal, day: formatDay(body.termEndsOn, locale) }),
  ].filter(Boolean);
  return (
    <details className="rounded border border-line bg-surface">
      <summary className="cursor-pointer px-3 py-2">
        <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1 align-top">
          <span className="font-medium">{(locale === "en" && body.nameEn) || body.name}</span>
          {body.tier && <span className="text-sm text-muted">{t(`tier.${body.tier}`)}</span>}
          <span className="text-sm text-muted tabular-nums">{seatWords(body)}</span>
          {vacant > 0 && <Badge tone="attention">{t("structure.vacant", { count: vacant })}</Badge>}
          {body.termEndsOn && body.termEndsOn < today && (
            <Badge tone="problem">{t("structure.termOver")}</Badge>
          )}
        </span>
      </summary>
      <div
        // Inside, so that a browser that goes to it opens the entry.
        id={`body-${body.id}`}
        className="flex flex-col gap-2 border-t border-line px-3 py-3"
      >
        {duties && <p>{duties}</p>}
        {facts.length > 0 && <p className="text-sm text-muted tabular-nums">{facts.join(" · ")}</p>}
        {body.host && (
          <p className="text-sm">
            <Link href={`/organizations/${body.host.id}`}>
              {t("structure.host", { name: body.host.name })}
            </Link>
          </p>
        )}
        <p className="text-sm print:hidden">
          <Link href={`${base}/bodies/${body.id}`}>{t("structure.open")}</Link>
        </p>
        <Holders holders={body.holders} caption={body.name} />
      </div>
    </details>
  );
}

import { useLocale, useTranslations } from "next-intl";
import type { Handover, HandoverItem } from "@/lib/features/memberships/schema/handover";
import { formatDay } from "@/lib/i18n/format";

/** Where each of them is passed on. */
function hrefOf(slug: string, { kind, id }: HandoverItem): string {
  const base = `/a/${slug}`;
  switch (kind) {
    case "task":
      return `${base}/tasks/${id}`;
    case "delegate":
    case "seat":
      return `${base}/structure/seats`;
    case "minutes":
      return `${base}/meetings/${id}/minutes`;
    default:
      return `${base}/meetings/${id}`;
  }
}

/** Tasks, seats, letters, meetings and minutes in the hands of one person. */
export function HandoverList({ slug, person }: { slug: string; person: Handover }) {
  const t = useTranslations("memberships");
  const locale = useLocale();
  const kind = t(`representative.${person.kind}`);
  if (person.items.length === 0) {
    return <p className="text-sm text-muted">{t("handover.none", { name: person.name })}</p>;
  }
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">{t("handover.of", { name: person.name, kind })}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {person.items.map((item) => (
          <li
            key={`${item.kind} ${item.id}`}
            className="flex flex-wrap justify-between gap-x-4 gap-y-1 py-2"
          >
            <span>
              <span className="mr-2 text-sm text-muted">{t(`handover.kind.${item.kind}`)}</span>
              <a href={hrefOf(slug, item)}>{item.title}</a>
            </span>
            {item.on && (
              <span className="text-sm text-muted tabular-nums">{formatDay(item.on, locale)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

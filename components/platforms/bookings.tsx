import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Booking, BookingList } from "@/lib/features/platforms/schema/bookings";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { addDays } from "@/lib/kernel/dates";
import { Badge, type BadgeTone } from "../ui/badge";
import { BookingForms } from "./booking-forms";

const tones: Record<Booking["state"], BadgeTone> = {
  requested: "attention",
  approved: "decided",
  rejected: "problem",
  cancelled: "neutral",
};

/** What scrolls is reached by the keyboard. */
const reachable = { tabIndex: 0 };

/** Fourteen days: how many of the pieces somebody has on each. */
export function BookingCalendar({ list, base }: { list: BookingList; base: string }) {
  const t = useTranslations("platforms.booking");
  const locale = useLocale();
  const last = list.days.at(-1) ?? list.from;
  const go = (days: number) => `${base}?from=${addDays(list.from, days)}`;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="font-medium">
          {t("period", { from: formatDay(list.from, locale), to: formatDay(last, locale) })}
        </h3>
        <Link href={go(-14)} prefetch={false} scroll={false}>
          {t("earlier")}
        </Link>
        <Link href={go(14)} prefetch={false} scroll={false}>
          {t("later")}
        </Link>
      </div>
      <section {...reachable} aria-label={t("calendar")} className="overflow-x-auto">
        <table className="w-full min-w-[44rem] border-collapse text-sm">
          <caption className="pb-1 text-left text-muted">{t("calendarHint")}</caption>
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className="py-1 pr-2 text-left font-medium">
                {t("equipment")}
              </th>
              {list.days.map((day) => (
                <th key={day} scope="col" className="px-1 py-1 text-center font-normal text-muted">
                  {day.slice(5)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.calendar.map((one) => (
              <tr key={one.id} className="border-b border-line">
                <th scope="row" className="py-1 pr-2 text-left font-normal">
                  {one.name}
                </th>
                {one.busy.map((busy, at) => (
                  <td
                    key={list.days[at]}
                    className={`px-1 py-1 text-center tabular-nums ${busy >= one.count ? "bg-attention-soft font-medium" : busy > 0 ? "" : "text-muted"}`}
                  >
                    {busy === 0 ? t("free") : t("cell", { busy, count: one.count })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Item({ tenant, platformId, one }: { tenant: string; platformId: string; one: Booking }) {
  const t = useTranslations("platforms.booking");
  const locale = useLocale();
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">
          {t("piece", { name: one.equipment.name, piece: one.piece })}
        </span>
        <Badge tone={tones[one.state]}>{t(`state.${one.state}`)}</Badge>
        <span>{one.organization.name}</span>
      </div>
      <p className="text-sm text-muted tabular-nums">
        {t("span", {
          from: formatInstant(one.startsAt, locale),
          to: formatInstant(one.endsAt, locale),
        })}
      </p>
      {one.purpose && <p className="text-sm">{one.purpose}</p>}
      {one.reason && (
        <p className="text-sm text-muted">
          {t("reason")}: {one.reason}
        </p>
      )}
      {(one.may.decide || one.may.cancel) && (
        <BookingForms tenant={tenant} platformId={platformId} one={one} />
      )}
    </li>
  );
}

/** Who has what, and what waits for the host. */
export function BookingItems({
  tenant,
  platformId,
  list,
}: {
  tenant: string;
  platformId: string;
  list: BookingList;
}) {
  const t = useTranslations("platforms.booking");
  if (list.items.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <div>
      <ul className="divide-y divide-line" aria-label={t("list")}>
        {list.items.map((one) => (
          <Item key={one.id} tenant={tenant} platformId={platformId} one={one} />
        ))}
      </ul>
      {list.more && <p className="pt-2 text-sm text-muted">{t("more")}</p>}
    </div>
  );
}

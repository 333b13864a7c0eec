import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { PlanForm } from "@/components/elections/plan-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { loadBodies, loadBodySeats } from "@/lib/features/bodies/loaders";

type Props = {
  params: Promise<{ alliance: string }>;
  searchParams: Promise<{ body?: string | string[] }>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("elections.plan"))("heading") };
}

export default async function NewElectionPage({ params, searchParams }: Props) {
  const [{ alliance }, { body }] = await Promise.all([params, searchParams]);
  const [t, e, s, locale, { items }] = await Promise.all([
    getTranslations("elections.plan"),
    getTranslations("elections"),
    getTranslations("bodies.seats"),
    getLocale(),
    loadBodies(alliance, {}),
  ]);
  const named = (one: { name: string; nameEn: string | null }) =>
    (locale === "en" && one.nameEn) || one.name;
  const seatsOf = ({ seats, vacant }: { seats: number; vacant: number }) => {
    if (seats === 0) return s("none");
    return `${s("countSeats", { count: seats })} · ${vacant > 0 ? s("vacantSeats", { count: vacant }) : s("full")}`;
  };
  const chosen = items.find(({ id }) => id === body);
  const view = chosen && (await loadBodySeats(alliance, { bodyId: chosen.id }));
  return (
    <>
      <PageHeader
        title={t("heading")}
        breadcrumbs={[{ href: `/a/${alliance}/elections`, label: e("title") }]}
      />
      <Panel title={chosen ? named(chosen) : t("chooseBody")}>
        {view && chosen ? (
          <ClientMessages namespaces={["elections"]}>
            <PlanForm
              tenant={alliance}
              bodyId={chosen.id}
              title={t("defaultTitle", { body: named(chosen) })}
              today={view.today}
              seats={view.seats.map(({ seatId, number, holding }) => ({
                id: seatId,
                number,
                holder: holding ? (holding.organization?.name ?? holding.person ?? "") : null,
              }))}
              bodies={items.map((one) => ({ value: one.id, label: named(one) }))}
            />
          </ClientMessages>
        ) : (
          <ul className="flex flex-col gap-2">
            {items.map((one) => (
              <li key={one.id} className="flex flex-wrap items-baseline gap-x-3">
                <Link href={`/a/${alliance}/elections/new?body=${one.id}`}>{named(one)}</Link>
                <span className="text-sm text-muted">{seatsOf(one)}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}

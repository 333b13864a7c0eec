import { getLocale, getTranslations } from "next-intl/server";
import { AddCompositionForm, AddSeatsForm, OpenTermForm } from "@/components/bodies/body-forms";
import { CompositionList } from "@/components/bodies/composition-list";
import { SeatTable } from "@/components/bodies/seat-table";
import { TermLine } from "@/components/bodies/term-line";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { loadBodySeats } from "@/lib/features/bodies/loaders";

type Props = { params: Promise<{ alliance: string; body: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("bodies.seats"))("title") };
}

export default async function BodySeatsPage({ params }: Props) {
  const { alliance, body: bodyId } = await params;
  const [t, terms, composition, locale, view] = await Promise.all([
    getTranslations("bodies.seats"),
    getTranslations("bodies.terms"),
    getTranslations("bodies.composition"),
    getLocale(),
    loadBodySeats(alliance, { bodyId }),
  ]);
  const here = `/a/${alliance}/structure/seats`;
  const vacant = view.seats.filter(({ holding }) => !holding).length;
  const open = view.seats.filter(({ voting, holding }) => voting && !holding).length;
  const name = (locale === "en" && view.body.nameEn) || view.body.name;
  return (
    <>
      <PageHeader
        title={t("of", { body: name })}
        breadcrumbs={[{ href: here, label: t("title") }]}
        badge={<TermLine terms={view.terms} today={view.today} expired={view.expired} />}
        actions={
          view.manages && (
            <ButtonLink href={`/a/${alliance}/elections/new?body=${bodyId}`}>
              {open > 0 ? t("byElection") : t("election")}
            </ButtonLink>
          )
        }
      />
      <div className="flex flex-col gap-4">
        <Panel title={t("summary", { filled: view.seats.length - vacant, vacant })}>
          <SeatTable
            rows={view.seats}
            caption={name}
            hrefOf={({ seatId }) => `${here}/${bodyId}/${seatId}`}
          />
        </Panel>
        <ClientMessages namespaces={["bodies", "memberships", "organizations"]}>
          <Panel title={composition("title")} description={composition("description")}>
            <CompositionList
              findings={view.composition}
              ends={view.manages ? { tenant: alliance, today: view.today } : undefined}
            />
          </Panel>
          {view.manages && (
            <div className="grid gap-4 lg:grid-cols-3">
              <Panel title={t("add")}>
                <AddSeatsForm tenant={alliance} bodyId={bodyId} />
              </Panel>
              <Panel title={terms("open")} description={terms("openHint")}>
                <OpenTermForm tenant={alliance} bodyId={bodyId} />
              </Panel>
              <Panel title={composition("add")}>
                <AddCompositionForm tenant={alliance} bodyId={bodyId} today={view.today} />
              </Panel>
            </div>
          )}
        </ClientMessages>
      </div>
    </>
  );
}

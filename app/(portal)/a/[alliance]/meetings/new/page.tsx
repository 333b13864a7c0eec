import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { bodyName } from "@/components/meetings/body-name";
import { NewMeetingForm } from "@/components/meetings/sitting-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { loadBodies } from "@/lib/features/bodies/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("meetings.prepare"))("new") };
}

export default async function NewMeetingPage({ params }: Props) {
  const { alliance } = await params;
  const [t, locale, bodies] = await Promise.all([
    getTranslations("meetings"),
    getLocale(),
    loadBodies(alliance, {}),
  ]);
  const seated = bodies.items.filter((one) => one.votingSeats > 0);
  return (
    <ClientMessages namespaces={["meetings"]}>
      <PageHeader
        title={t("prepare.new")}
        description={t("prepare.newHint")}
        breadcrumbs={[
          { href: `/a/${alliance}/meetings`, label: t("title") },
          { label: t("prepare.new") },
        ]}
      />
      {seated.length === 0 ? (
        <EmptyState title={t("choose.noBodies")} hint={t("choose.noBodiesHint")} />
      ) : (
        <div className="max-w-3xl">
          <Panel>
            <NewMeetingForm
              tenant={alliance}
              bodies={seated.map((body) => ({ value: body.id, label: bodyName(body, locale) }))}
              {...(seated.length === 1 && seated[0] && { body: seated[0].id })}
            />
          </Panel>
        </div>
      )}
    </ClientMessages>
  );
}

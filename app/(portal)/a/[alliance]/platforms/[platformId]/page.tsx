import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ComponentList } from "@/components/platforms/components";
import {
  Levels,
  PlatformFacts,
  PlatformHistory,
  PlatformParties,
} from "@/components/platforms/platform-facts";
import { PlatformBadge } from "@/components/platforms/platform-table";
import { WaitingLine } from "@/components/platforms/waiting-line";
import { Panel } from "@/components/ui/panel";
import { loadPlatform } from "@/lib/features/platforms/loaders";
import { getPlatformInput } from "@/lib/features/platforms/schema/platforms";
import { BookingsSection } from "./_sections/bookings";
import { EquipmentSection } from "./_sections/equipment";
import { PlatformSide } from "./_sections/side";
import { StudioSection } from "./_sections/studio";

type Props = {
  params: Promise<{ alliance: string; platformId: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
};

const load = async (params: Props["params"]) => {
  const { alliance, platformId } = await params;
  const input = getPlatformInput.safeParse({ platformId });
  if (!input.success) notFound();
  return { alliance, platform: await loadPlatform(alliance, input.data) };
};

export async function generateMetadata({ params }: Pick<Props, "params">) {
  return { title: (await load(params)).platform.name };
}

export default async function PlatformPage({ params, searchParams }: Props) {
  const [t, { alliance, platform }, { from }] = await Promise.all([
    getTranslations("platforms"),
    load(params),
    searchParams,
  ]);
  const { components } = platform;
  const form = { tenant: alliance, platform };
  const done = components.filter(({ state }) => state === "done").length;
  return (
    <ClientMessages namespaces={["platforms"]}>
      <PageHeader
        title={platform.name}
        breadcrumbs={[
          { href: `/a/${alliance}/platforms`, label: t("title") },
          { label: platform.name },
        ]}
        badge={<PlatformBadge state={platform.state} />}
        waitingFor={platform.waiting !== "nobody" && <WaitingLine platform={platform} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("facts")}>
            <PlatformFacts platform={platform} base={`/a/${alliance}`} />
          </Panel>
          {platform.members.length > 0 && (
            <Panel title={t("field.parties")}>
              <PlatformParties platform={platform} />
            </Panel>
          )}
          {components.length > 0 && (
            <Panel
              title={t("components")}
              description={t("componentsDone", { done, total: components.length })}
            >
              <ComponentList {...form} />
            </Panel>
          )}
          <StudioSection {...form} />
          <EquipmentSection {...form} />
          <BookingsSection alliance={alliance} platform={platform} from={from} />
          <Panel title={t("levels")}>
            <Levels platform={platform} tenant={alliance} />
          </Panel>
          <Panel title={t("steps")}>
            <PlatformHistory events={platform.events} />
          </Panel>
        </div>
        <PlatformSide alliance={alliance} platform={platform} />
      </div>
    </ClientMessages>
  );
}

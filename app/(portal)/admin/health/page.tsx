import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AdminHeader } from "@/components/access/admin-header";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { loadHealth } from "@/lib/features/access/loaders";
import { reachOf } from "@/lib/features/access/policy";
import { formatCount, formatInstant } from "@/lib/i18n/format";
import { signInPath } from "@/lib/platform/auth/safe-path";
import { currentActor } from "@/lib/platform/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.admin.tabs"))("health") };
}

export default async function Health() {
  const actor = await currentActor();
  if (!actor.userId) redirect(signInPath("/admin/health"));
  // Whoever has no part in the platform's administration is not told that there is one.
  if (!reachOf("health.read", actor.roles, null)) notFound();
  const t = await getTranslations("access.admin.health");
  const locale = await getLocale();
  const health = await loadHealth("", {});
  const at = (instant: string | null) => formatInstant(instant ? new Date(instant) : null, locale);
  const megabytes = (bytes: number) =>
    t("megabytes", { count: formatCount(Math.round(bytes / 1_048_576), locale) });
  return (
    <>
      <AdminHeader current="health" />
      <div className="grid items-start gap-5 lg:grid-cols-3">
        <Panel title={t("database")}>
          <Facts
            items={[
              { label: t("version"), value: health.databaseVersion },
              { label: t("size"), value: megabytes(Number(health.databaseBytes)) },
              {
                label: t("migrations"),
                value: t("migrationsValue", {
                  count: health.migrations,
                  last: health.lastMigration ?? "",
                }),
              },
              { label: t("people"), value: formatCount(health.sessions, locale) },
              { label: t("clock"), value: t("clockValue", { ms: health.clockDifference }) },
            ]}
          />
        </Panel>
        <Panel title={t("mail")}>
          <Facts
            items={[
              { label: t("waiting"), value: formatCount(health.mailWaiting, locale) },
              { label: t("waitingSince"), value: at(health.mailWaitingSince) },
              { label: t("failed"), value: formatCount(health.mailFailed, locale) },
            ]}
          />
        </Panel>
        <Panel title={t("process")}>
          <Facts
            items={[
              { label: t("started"), value: at(health.processStartedAt) },
              { label: t("memory"), value: megabytes(health.memoryBytes) },
            ]}
          />
        </Panel>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ProposalsList } from "@/components/access/proposals-list";
import { UserGrants } from "@/components/access/user-grants";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadUser } from "@/lib/features/access/loaders";
import { reachOf } from "@/lib/features/access/policy";
import { byId } from "@/lib/features/access/schema/accounts";
import { loadAlliances } from "@/lib/features/alliances/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { signInPath } from "@/lib/platform/auth/safe-path";
import { currentActor } from "@/lib/platform/auth/session";
import { AccountSteps } from "./_sections/account-steps";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.user"))("facts") };
}

export default async function User({ params }: Props) {
  const [{ id }, actor] = await Promise.all([params, currentActor()]);
  if (!actor.userId) redirect(signInPath(`/admin/users/${id}`));
  if (!reachOf("user.list", actor.roles, null) || !byId.safeParse({ id }).success) notFound();
  const [t, locale, user, alliances] = await Promise.all([
    getTranslations("access"),
    getLocale(),
    loadUser("", { id }),
    loadAlliances("", { pageSize: 100 }),
  ]);
  const at = (text: string | null) =>
    text ? formatInstant(new Date(text), locale) : t("admin.users.never");
  const open = !user.disabledAt && !user.own;
  return (
    <ClientMessages namespaces={["access", "organizations"]}>
      <PageHeader
        title={user.name}
        breadcrumbs={[{ href: "/admin", label: t("user.back") }, { label: user.name }]}
        badge={user.disabledAt && <Badge tone="problem">{t("admin.users.disabled")}</Badge>}
      />
      <div className="flex flex-col gap-4">
        {user.own && <Notice tone="neutral">{t("user.own")}</Notice>}
        <Panel title={t("user.facts")}>
          <Facts
            items={[
              { label: t("user.email"), value: user.email },
              { label: t("user.created"), value: at(user.createdAt) },
              { label: t("user.seen"), value: at(user.lastSeenAt) },
              {
                label: t("user.state"),
                value: user.disabledAt
                  ? t("user.disabledAt", { at: at(user.disabledAt) })
                  : t("admin.users.active"),
              },
            ]}
          />
        </Panel>
        <Panel title={t("user.grants")}>
          <UserGrants grants={user.grants} editable={open} />
        </Panel>
        {user.proposals.length > 0 && (
          <Panel title={t("roles.proposalsTitle")}>
            <ProposalsList items={user.proposals} tenant={null} />
          </Panel>
        )}
        <AccountSteps user={user} alliances={alliances.items} />
      </div>
    </ClientMessages>
  );
}

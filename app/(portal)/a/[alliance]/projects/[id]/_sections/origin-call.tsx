import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { loadCalls } from "@/lib/features/calls/loaders";
import type { Project } from "@/lib/features/projects/schema/projects";

/** The call that a project came out of, one step back in its thread; nothing where it came out of none. */
export async function originOf(tenant: string, project: Project) {
  if (project.source !== "open_bid") return null;
  const [t, { items }] = await Promise.all([
    getTranslations("calls"),
    loadCalls(tenant, { project: project.id }),
  ]);
  const [call] = items;
  if (!call) return null;
  return (
    <Link href={`/a/${tenant}/calls/${call.id}`}>
      {call.code ? t("code", { code: call.code }) : call.title}
    </Link>
  );
}

/** The same above the page, for readers who see no more of it. */
export async function OriginCall({ tenant, project }: { tenant: string; project: Project }) {
  const [t, call] = await Promise.all([getTranslations("calls"), originOf(tenant, project)]);
  if (!call) return null;
  return (
    <p className="mb-4 text-sm">
      <span className="text-muted">{t("origin")}</span> {call}
    </p>
  );
}

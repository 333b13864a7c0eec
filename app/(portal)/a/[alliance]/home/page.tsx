import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { isGovernance, viewsOf } from "@/lib/features/homes/rules";
import { organizationHomeInput } from "@/lib/features/homes/schema";
import { type HomeView, homeViews } from "@/lib/features/homes/types";
import { knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";
import { Expert } from "./_sections/expert";
import { Governance } from "./_sections/governance";
import { Organization } from "./_sections/organization";

const isView = (view: unknown): view is HomeView => homeViews.some((one) => one === view);

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("homes"))("nav") };
}

/** The first screen of whoever is signed in: by role, or of an own organization. Others go to the alliance's page. */
export default async function HomePage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const raw = await searchParams;
  const { organization } = knownSearch(organizationHomeInput, raw);
  const [actor, frame] = await Promise.all([currentActor(), loadFrame(alliance, {})]);
  const views = viewsOf(actor.roles, frame.id);
  const own = reachOf("home.read_organization", actor.roles, frame.id)?.organizationIds ?? [];
  const alerts = reachOf("alert.set", actor.roles, frame.id) !== undefined;
  const view = isView(raw.view) ? raw.view : views[0];
  if (!organization && view && views.length > 0) {
    if (!isGovernance(view)) return <Expert alliance={alliance} />;
    return <Governance alliance={alliance} view={view} alerts={alerts} />;
  }
  if (!organization && own.length === 0) redirect(`/a/${alliance}`);
  return (
    <Organization
      alliance={alliance}
      organization={organization}
      alerts={alerts}
      posts={reachOf("call.post", actor.roles, frame.id) !== undefined}
      maySet={reachOf("target.set", actor.roles, frame.id)?.whole === true}
    />
  );
}

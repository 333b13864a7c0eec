import type { ReactNode } from "react";
import { FailureBoundary } from "@/components/layout/failure-boundary";
import { Flash } from "@/components/layout/flash";
import { currentActor } from "@/lib/platform/auth/session";
import { Banner } from "../_sections/banner";

/** The frame of every page behind the public home. Drafts are kept by person, hence the mark. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { userId } = await currentActor();
  return (
    <div data-person={userId ?? "public"} className="flex min-h-dvh flex-col">
      <Banner />
      <FailureBoundary>{children}</FailureBoundary>
      <Flash />
    </div>
  );
}

import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { standingBookings } from "../rules/bookings";

/** Bookings of a platform that hold a time which is not over. */
export const standingWhere = (scope: TenantScope, platformId: string) => ({
  allianceId: scope.alliance.id,
  equipment: { platformId },
  state: { in: [...standingBookings] },
  endsAt: { gt: scope.now },
});

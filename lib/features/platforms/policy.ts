import { type Action, reachOf } from "@/lib/features/access/policy";
import { type Reach, reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { bookingMayBecome } from "./rules/bookings";
import { nextPlacementStates, platformMayBecome } from "./rules/states";
import type { BookingState, PlacementState, PlatformState } from "./types";

type Asker = Pick<TenantScope, "actor" | "alliance">;

const reachFor = (asker: Asker, action: Action): Reach | undefined =>
  reachOf(action, asker.actor.roles, asker.alliance.id);
const whole = (asker: Asker, action: Action): boolean => reachFor(asker, action)?.whole === true;

export const mayWritePlatforms = (asker: Asker): boolean =>
  reachFor(asker, "platform.write") !== undefined;

/** The secretariat, and the people of the host: its parties build, one keeps the record. */
export function mayEditPlatform(
  asker: Asker,
  platform: { hostId: string | null; state: PlatformState },
): boolean {
  const reach = reachFor(asker, "platform.write");
  return reach !== undefined && platform.state !== "closed" && reaches(reach, platform.hostId);
}

export const mayRecognise = (asker: Asker, state: PlatformState): boolean =>
  state !== "closed" && whole(asker, "platform.recognise");

/** Approval and closing are the secretariat's; the rest the host does itself. */
export const mayStepPlatform = (
  asker: Asker,
  platform: { hostId: string | null; state: PlatformState },
  to: PlatformState,
): boolean =>
  platformMayBecome(platform.state, to) &&
  (to === "approved" || to === "closed"
    ? whole(asker, "platform.recognise")
    : mayEditPlatform(asker, platform));

export function mayAnswerFor(asker: Asker, organizationId: string): boolean {
  const reach = reachFor(asker, "platform.answer");
  return reach?.organizationIds.includes(organizationId) ?? false;
}

export const mayManagePairings = (asker: Asker): boolean => whole(asker, "pairing.manage");
export function mayVisitFor(asker: Asker, schoolId: string): boolean {
  const reach = reachFor(asker, "pairing.visit");
  return reach !== undefined && reaches(reach, schoolId);
}

export const mayManagePlacements = (asker: Asker): boolean => whole(asker, "placement.manage");
export const appliesFor = (asker: Asker): readonly string[] =>
  reachFor(asker, "placement.apply")?.organizationIds ?? [];

/** What the secretariat may do next; the appraisal is not the applicant's own. */
export const nextFor = (
  asker: Asker,
  placement: { state: PlacementState; appliedById: string | null },
): readonly PlacementState[] =>
  mayManagePlacements(asker)
    ? nextPlacementStates(placement.state).filter(
        (to) => to !== "appraised" || placement.appliedById !== asker.actor.userId,
      )
    : [];

type Hosted = { hostId: string | null; state: PlatformState };
type Held = { organizationId: string; requestedById: string | null; state: BookingState };

export const seesBookings = (asker: Asker): boolean => whole(asker, "equipment.read_bookings");

/** Units for which the asker may book. */
export const bookersOf = (asker: Asker): string[] =>
  asker.actor.readOnly
    ? []
    : [...new Set(reachFor(asker, "equipment.book")?.organizationIds ?? [])];

/** The host's own use needs nobody's leave; else another person than who asked answers. */
export const isOwnUse = (platform: Hosted, organizationId: string): boolean =>
  platform.hostId !== null && platform.hostId === organizationId;

export const mayDecideBooking = (asker: Asker, platform: Hosted, booking: Held): boolean =>
  !asker.actor.readOnly &&
  bookingMayBecome(booking.state, "approved") &&
  mayEditPlatform(asker, platform) &&
  (booking.requestedById !== asker.actor.userId || isOwnUse(platform, booking.organizationId));

/** Who booked gives it back; the host takes it back, with a reason. */
export const mayCancelBooking = (asker: Asker, platform: Hosted, booking: Held): boolean =>
  !asker.actor.readOnly &&
  bookingMayBecome(booking.state, "cancelled") &&
  (bookersOf(asker).includes(booking.organizationId) || mayEditPlatform(asker, platform));

/** What it is for is between the host and who booked. */
export const seesPurpose = (asker: Asker, platform: Hosted, organizationId: string): boolean =>
  mayEditPlatform(asker, platform) || bookersOf(asker).includes(organizationId);

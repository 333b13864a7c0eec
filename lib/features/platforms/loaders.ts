import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { listBookingsQuery } from "./procedures/bookings";
import { getPairingQuery, listPairingsQuery, listPlacementsQuery } from "./procedures/parks";
import { getPlatformQuery, listPlatformsQuery } from "./procedures/platforms";

export const loadPlatforms = loaderOf(listPlatformsQuery);
export const loadPlatform = loaderOf(getPlatformQuery);
export const loadBookings = loaderOf(listBookingsQuery);
export const loadPairings = loaderOf(listPairingsQuery);
export const loadPairing = loaderOf(getPairingQuery);
export const loadPlacements = loaderOf(listPlacementsQuery);

import { type Day, dayIn, homeZone } from "@/lib/kernel/dates";

/** The door's clock; below it time is an argument. */
export const now = (): Date => new Date();

export const today = (timeZone = homeZone): Day => dayIn(now(), timeZone);

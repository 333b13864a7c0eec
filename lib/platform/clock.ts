import { type Day, dayIn } from "@/lib/kernel/dates";

/** The door's clock; below it time is an argument. */
export const now = (): Date => new Date();

export const today = (timeZone = "Asia/Shanghai"): Day => dayIn(now(), timeZone);

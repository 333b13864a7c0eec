"use server";

import { cookies } from "next/headers";
import { columnsCookie, withHidden } from "./columns";
import { isLocale, localeCookie } from "./locales";
import { densityCookie, isCompact, isTheme, themeCookie } from "./theme";

const kept = { path: "/", maxAge: 31_536_000, sameSite: "lax", httpOnly: true } as const;

/** The language of this browser. The address stays: setting a cookie draws the page again where it is. */
export async function chooseLocale(form: FormData): Promise<void> {
  const wanted = form.get("locale");
  if (isLocale(wanted)) (await cookies()).set(localeCookie, wanted, kept);
}

/** The appearance of this browser; anything but light or dark goes back to the system's. */
export async function chooseTheme(form: FormData): Promise<void> {
  const wanted = form.get("theme");
  const jar = await cookies();
  if (isTheme(wanted)) jar.set(themeCookie, wanted, kept);
  else jar.delete(themeCookie);
}

/** How close the rows of tables stand in this browser. */
export async function chooseDensity(form: FormData): Promise<void> {
  const wanted = form.get("density");
  const jar = await cookies();
  if (isCompact(wanted)) jar.set(densityCookie, wanted, kept);
  else jar.delete(densityCookie);
}

/** Which columns of a list this browser shows: of those that the form names as offered, the ones that are not ticked go. */
export async function chooseColumns(form: FormData): Promise<void> {
  const names = (field: string) => form.getAll(field).filter((one) => typeof one === "string");
  const shown = names("shown");
  const hidden = names("offered").filter((key) => !shown.includes(key));
  const jar = await cookies();
  const list = names("list")[0] ?? "";
  const text = withHidden(jar.get(columnsCookie)?.value, list, hidden);
  if (text) jar.set(columnsCookie, text, kept);
  else jar.delete(columnsCookie);
}

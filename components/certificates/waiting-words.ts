import type { CertificateRow } from "@/lib/features/certificates/schema";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { dayIn, homeZone } from "@/lib/kernel/dates";

type Waited = Pick<CertificateRow, "state" | "stateSince" | "enterprise">;

/** The message, below `certificates`, that says for whom one waits, and what stands in it. */
export function waitingWords({ state, stateSince, enterprise }: Waited, locale: Locale) {
  if (state !== "asked" && state !== "draft") return null;
  const since = formatDay(dayIn(new Date(stateSince), homeZone), locale);
  const key = state === "asked" ? "waitsEnterprise" : "waitsPreparer";
  return { key, values: { enterprise: enterprise.name, since } } as const;
}

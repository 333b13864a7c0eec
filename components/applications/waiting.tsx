import { useLocale, useTranslations } from "next-intl";
import type { ApplicationState } from "@/lib/features/applications/types";
import { formatInstant } from "@/lib/i18n/format";

/** Whom it waits for, and since when; nothing once it is over. */
export function Waiting({ state, since }: { state: ApplicationState; since: string }) {
  const t = useTranslations("applications.waiting");
  const locale = useLocale();
  switch (state) {
    case "submitted":
    case "checking":
    case "supplement":
    case "recommended":
    case "on_agenda":
    case "public_notice":
      return t(state, { since: formatInstant(new Date(since), locale) });
    case "admitted":
    case "declined":
    case "withdrawn":
    case "lapsed":
      return null;
  }
}

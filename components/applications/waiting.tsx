import { useLocale, useTranslations } from "next-intl";
import { type ApplicationState, openStates } from "@/lib/features/applications/types";
import { formatInstant } from "@/lib/i18n/format";

type Waited = (typeof openStates)[number];

/** Somebody has to do something. */
export const isWaited = (state: ApplicationState): state is Waited =>
  openStates.some((one) => one === state);

/** Whom it waits for, and since when; nothing once it is over. */
export function Waiting({ state, since }: { state: ApplicationState; since: string }) {
  const t = useTranslations("applications.waiting");
  const locale = useLocale();
  return isWaited(state) ? t(state, { since: formatInstant(new Date(since), locale) }) : null;
}

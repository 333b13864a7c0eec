import { useLocale, useTranslations } from "next-intl";
import type { DemandRow } from "@/lib/features/talent/schema/demands";
import { keep } from "../ui/keep";
import { demandWaiting } from "./waiting-words";

/** For whom a demand waits, since or until which day; nothing where it waits for nobody. */
export function DemandWaiting({ demand }: { demand: DemandRow }) {
  const t = useTranslations("talent.demand");
  const words = demandWaiting(demand, useLocale());
  return words && t.rich(words.key, { ...words.values, keep });
}

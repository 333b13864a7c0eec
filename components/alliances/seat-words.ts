import { useTranslations } from "next-intl";
import type { BodyNode } from "@/lib/features/alliances/types";

/** How many seats a body has and how many are filled, against the plan where there is one. */
export function useSeatWords() {
  const t = useTranslations("alliances.structure");
  return ({ filled, seats, seatsPlanned }: Pick<BodyNode, "filled" | "seats" | "seatsPlanned">) => {
    if (seatsPlanned) return t("seatsOfPlanned", { filled, planned: seatsPlanned });
    return seats ? t("seatsOf", { filled, seats }) : t("noSeats");
  };
}

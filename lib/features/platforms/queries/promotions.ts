import type { z } from "zod";
import { type Day, dayOf } from "@/lib/kernel/dates";
import type { promotionOutput } from "../schema/promotions";
import { type PromotionState, promotionStates } from "../types";

type Row = Record<PromotionState, number | null> & Record<`${PromotionState}On`, Date | null>;

/** The steps that were taken, in their order. */
export const stepsOf = (row: Row): { state: PromotionState; people: number; on: Day }[] =>
  promotionStates.flatMap((state) => {
    const [people, on] = [row[state], row[`${state}On`]];
    return people === null || on === null ? [] : [{ state, people, on: dayOf(on) }];
  });

type Group = Row &
  Pick<
    z.input<typeof promotionOutput>,
    "id" | "version" | "title" | "fromLevel" | "toLevel" | "state" | "certificateNo" | "file"
  >;

/** @param inside papers are read inside the alliance only */
export const promotionView = (group: Group, inside: boolean): z.input<typeof promotionOutput> => ({
  ...group,
  steps: stepsOf(group),
  certifiedOn: group.certifiedOn && dayOf(group.certifiedOn),
  file: inside ? group.file : null,
});

import {
  bookReceiptProcedure,
  confirmCommitmentProcedure,
  createCommitmentProcedure,
  discardReceiptProcedure,
  enterReceiptProcedure,
  reverseReceiptProcedure,
} from "@/lib/features/funds/procedures";
import { perform } from "@/lib/platform/corridor/faces";
import type { Tx } from "@/lib/platform/db/transaction";
import { createRegisteredProject } from "@/prisma/seed/factories/projects";
import { callAs, createWorld, type World } from "../projects/world";

export type Who = keyof World["actors"];

let voucher = 0;
export const nextVoucher = () => {
  voucher += 1;
  return `示例凭证-${voucher}`;
};

/** A running project of the company and the school, and the verbs of money on it. */
export async function createFundWorld(db: Tx, number = 1) {
  const world = await createWorld(db);
  const project = await createRegisteredProject(db, {
    allianceId: world.alliance.id,
    organizationIds: [world.company.id, world.school.id],
    year: 2026,
    number,
  });
  const call = (who: Who) => callAs(world, world.actors[who]);
  const value = <T>(result: { ok: true; value: T } | { ok: false; reason: string }): T => {
    if (!result.ok) throw new Error(result.reason);
    return result.value;
  };
  const pledge = (given: object = {}, who: Who = "contact") =>
    perform(createCommitmentProcedure, call(who), {
      projectId: project.id,
      organizationId: world.company.id,
      kind: "cash",
      amount: "1000",
      ...given,
    });
  const confirm = (id: string, who: Who = "secretariat") =>
    perform(confirmCommitmentProcedure, call(who), { id, proof: "示例协议第 1 号" });
  const enter = (given: object = {}, who: Who = "secretariat") =>
    perform(enterReceiptProcedure, call(who), {
      projectId: project.id,
      organizationId: world.company.id,
      kind: "cash",
      source: "enterprise",
      amount: "100",
      receivedOn: "2026-03-01",
      voucherNo: nextVoucher(),
      ...given,
    });
  return {
    ...world,
    project,
    value,
    call,
    pledge,
    confirm,
    enter,
    book: (id: string, who: Who = "chair") => perform(bookReceiptProcedure, call(who), { id }),
    reverse: (id: string, who: Who = "secretariat") =>
      perform(reverseReceiptProcedure, call(who), { id, reason: "金额有误" }),
    discard: (id: string, who: Who = "secretariat") =>
      perform(discardReceiptProcedure, call(who), { id, reason: "重复登记" }),
    promised: async (given: object = {}) => value(await confirm(value(await pledge(given)).id)),
    booked: async (given: object = {}) => {
      const entered = value(await enter(given));
      return value(await perform(bookReceiptProcedure, call("chair"), { id: entered.id }));
    },
  };
}

export type FundWorld = Awaited<ReturnType<typeof createFundWorld>>;

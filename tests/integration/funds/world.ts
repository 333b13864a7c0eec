import {
  approveEntryProcedure,
  askEntryProcedure,
  checkEntryProcedure,
  createEntryProcedure,
  discardEntryProcedure,
  editEntryProcedure,
  getEntryProcedure,
  holdEntryProcedure,
  postEntryProcedure,
  rejectEntryProcedure,
  requestSpendingProcedure,
  reverseEntryProcedure,
} from "@/lib/features/funds/procedures/entries";
import {
  confirmCommitmentProcedure,
  createCommitmentProcedure,
} from "@/lib/features/funds/procedures/promises";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { createRegisteredProject } from "@/prisma/seed/factories/projects";
import { createActor } from "../../support/actors";
import { callAs, createWorld } from "../projects/world";

/** Sends again what the database was too busy for, as a caller who reads “come again in two seconds” does. */
export const patiently: typeof perform = async (procedure, call, input) => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await perform(procedure, call, input);
    } catch (error) {
      if (tried > 20 || !(error instanceof AppError) || error.code !== "unavailable") throw error;
      await new Promise((resolve) => setTimeout(resolve, (error.retryAfter ?? 1) * 1000));
    }
  }
};

let voucher = 0;
export const nextVoucher = () => {
  voucher += 1;
  return `示例凭证-${voucher}`;
};

/** The people of money besides those of every project: more hands, and approvers of the parties. */
async function peopleOf(db: Tx, world: Awaited<ReturnType<typeof createWorld>>) {
  const at = { allianceId: world.alliance.id };
  return {
    ...world.actors,
    secretariat3: await createActor(db, "secretariat", at),
    delegate: await createActor(db, "delegate", at),
    chair2: await createActor(db, "chair", at),
    companyChair: await createActor(db, "chair", { ...at, organizationId: world.company.id }),
    schoolChair: await createActor(db, "chair", { ...at, organizationId: world.school.id }),
  };
}

type Moved = { id: string; version: number };

/** A running project of the school with the company, and the verbs of money on it. */
export async function createFundWorld(db: Tx, number = 1, send = perform) {
  const world = await createWorld(db);
  const actors = await peopleOf(db, world);
  type Who = keyof typeof actors;
  const project = await createRegisteredProject(db, {
    allianceId: world.alliance.id,
    organizationIds: [world.school.id, world.company.id],
    year: 2026,
    number,
    startsOn: new Date("2025-06-01"),
  });
  const call = (who: Who) => callAs(world, actors[who]);
  const value = <T>(result: { ok: true; value: T } | { ok: false; reason: string }): T => {
    if (!result.ok) throw new Error(result.reason);
    return result.value;
  };
  const pledge = (given: object = {}, who: Who = "contact") =>
    send(createCommitmentProcedure, call(who), {
      projectId: project.id,
      organizationId: world.company.id,
      kind: "cash",
      amount: "1000",
      amountIsRight: true,
      ...given,
    });
  const confirm = (id: string, who: Who = "secretariat") =>
    send(confirmCommitmentProcedure, call(who), { id, proof: "示例协议第 1 号" });
  const enter = (given: object = {}, who: Who = "secretariat") => {
    const kind = "kind" in given ? given.kind : "cash";
    return send(createEntryProcedure, call(who), {
      projectId: project.id,
      flow: kind === "cash" ? "receipt" : "delivery",
      organizationId: world.company.id,
      kind: "cash",
      source: "enterprise",
      amount: "100",
      happenedOn: "2026-03-01",
      voucherNo: nextVoucher(),
      amountIsRight: true,
      ...given,
    });
  };
  const spend = (given: object = {}, who: Who = "secretariat") =>
    enter(
      {
        flow: "spending",
        source: undefined,
        organizationId: world.school.id,
        payee: "示例供应商",
        ...given,
      },
      who,
    );
  const request = (given: object = {}, who: Who = "school") =>
    send(requestSpendingProcedure, call(who), {
      projectId: project.id,
      organizationId: world.school.id,
      kind: "cash",
      amount: "100",
      happenedOn: "2026-03-01",
      voucherNo: nextVoucher(),
      payee: "示例供应商",
      amountIsRight: true,
      ...given,
    });
  const move = {
    check: checkEntryProcedure,
    approve: approveEntryProcedure,
    post: postEntryProcedure,
  };
  const step = (which: keyof typeof move, entry: Moved, who: Who) =>
    send(move[which], call(who), { id: entry.id, version: entry.version });
  const check = (entry: Moved, who: Who = "secretariat2") => step("check", entry, who);
  const approve = (entry: Moved, who: Who = "chair") => step("approve", entry, who);
  const post = (entry: Moved, who: Who = "secretariat2") => step("post", entry, who);
  const edit = (entry: Moved, given: object = {}, who: Who = "secretariat") =>
    send(editEntryProcedure, call(who), {
      id: entry.id,
      version: entry.version,
      amount: "100",
      happenedOn: "2026-03-01",
      voucherNo: nextVoucher(),
      amountIsRight: true,
      ...given,
    });
  const halts = {
    ask: askEntryProcedure,
    hold: holdEntryProcedure,
    reject: rejectEntryProcedure,
  };
  const stop = (which: keyof typeof halts, entry: Moved, who: Who = "secretariat2") =>
    send(halts[which], call(who), { id: entry.id, version: entry.version, reason: "缺少回单" });
  const approved = async (entry: Moved) => {
    const checked = value(await check(entry));
    const first = value(await approve(checked));
    return first.state === "approved" ? first : value(await approve(first, "supervisor"));
  };
  const through = async (entry: Moved) => value(await post(await approved(entry)));
  return {
    ...world,
    actors,
    project,
    value,
    call,
    pledge,
    confirm,
    enter,
    spend,
    request,
    check,
    approve,
    post,
    edit,
    stop,
    approved,
    through,
    read: (id: string, who: Who = "secretariat") => ask(getEntryProcedure, call(who), { id }),
    reverse: (id: string, who: Who = "secretariat") =>
      send(reverseEntryProcedure, call(who), { id, reason: "金额有误" }),
    discard: (entry: Moved, who: Who = "secretariat") =>
      send(discardEntryProcedure, call(who), {
        id: entry.id,
        version: entry.version,
        reason: "重复登记",
      }),
    promised: async (given: object = {}) => value(await confirm(value(await pledge(given)).id)),
    posted: async (given: object = {}) => through(value(await enter(given))),
    paid: async (given: object = {}) => through(value(await spend(given))),
  };
}

export type FundWorld = Awaited<ReturnType<typeof createFundWorld>>;
export type Who = keyof FundWorld["actors"];

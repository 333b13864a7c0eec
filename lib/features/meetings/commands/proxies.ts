import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { callList, ruleOf } from "../queries/call-list";
import { ownSeats } from "../queries/own-seats";
import { type ProxyMove, proxyEdges, stateAfter } from "../rules/edges";
import type { acceptProxyInput, grantProxyInput, revokeProxyInput } from "../schema/presence";
import type { ProxyState } from "../types";
import { mustRun, ownSeat, seatOf } from "./acting";
import { type HeldMeeting, holdMeeting } from "./hold";
import { touchMeeting } from "./touch";

const coming = ["noticed", "check_in", "open", "suspended"];
const valid: ProxyState[] = ["signed", "accepted", "active", "used"];

export const grantRefusals = [
  "wrong-state",
  "proxies-barred",
  "letter-missing",
  "seat-without-vote",
  "proxy-other-organization",
  "principal-there",
  "proxy-exists",
  "proxy-chain",
  "proxy-cap",
] as const;
type GrantRefusal = (typeof grantRefusals)[number];
type Grant = z.output<typeof grantProxyInput>;
type Answer<R extends string> = Promise<Result<{ id: string; state: ProxyState }, R>>;

/** What the seats themselves forbid. */
async function seatFault(
  tx: Tx,
  scope: TenantScope,
  meeting: HeldMeeting,
  input: Grant,
  sameOrg: boolean,
) {
  const principal = await seatOf(tx, scope, meeting, input.principalSeatId);
  const holder = await seatOf(tx, scope, meeting, input.holderSeatId);
  if (principal.seatId === holder.seatId || !principal.eligible || !holder.eligible)
    return "seat-without-vote" as const;
  if (sameOrg && principal.organizationId !== holder.organizationId)
    return "proxy-other-organization" as const;
  const key = { allianceId: scope.alliance.id, meetingId: meeting.id };
  const there = await tx.presence.count({
    where: { ...key, seatId: principal.seatId, leftAt: null },
  });
  return there > 0 ? ("principal-there" as const) : undefined;
}

/** Depth one, one holder per principal, the cap of the rule. The database says the same, less kindly (I-14). */
async function chainFault(tx: Tx, scope: TenantScope, input: Grant, cap: number) {
  const { principalSeatId, holderSeatId } = input;
  const others = await tx.proxy.findMany({
    where: { allianceId: scope.alliance.id, meetingId: input.meetingId, state: { in: valid } },
    select: { principalSeatId: true, holderSeatId: true },
  });
  if (others.some((one) => one.principalSeatId === principalSeatId)) return "proxy-exists" as const;
  const chained = (one: { principalSeatId: string; holderSeatId: string }) =>
    one.principalSeatId === holderSeatId || one.holderSeatId === principalSeatId;
  if (others.some(chained)) return "proxy-chain" as const;
  const carried = others.filter((one) => one.holderSeatId === holderSeatId).length;
  return carried >= cap ? ("proxy-cap" as const) : undefined;
}

async function write(
  tx: Tx,
  scope: TenantScope,
  meeting: HeldMeeting,
  input: Grant,
): Answer<GrantRefusal> {
  if (!coming.includes(meeting.state)) return refuse("wrong-state");
  const { rules } = await callList(tx, scope, { bodyId: meeting.bodyId, day: scope.today });
  const rule = ruleOf(rules, "ordinary")?.options.proxy;
  if (!rule?.allowed) return refuse("proxies-barred");
  const fault =
    (await seatFault(tx, scope, meeting, input, rule.holder === "same_org")) ??
    (await chainFault(tx, scope, input, rule.max));
  if (fault) return refuse(fault, { max: rule.max });
  if (rule.letter && !input.letterFileId) return refuse("letter-missing");
  const allianceId = scope.alliance.id;
  if (input.letterFileId) {
    const mine = scope.reach.whole ? {} : { uploadedById: scope.actor.userId };
    const where = { allianceId, id: input.letterFileId, ...mine };
    if ((await tx.storedFile.count({ where })) === 0) return refuse("letter-missing");
  }
  const items = await tx.agendaItem.count({
    where: { allianceId, meetingId: meeting.id, id: { in: Object.keys(input.instructions) } },
  });
  if (items !== Object.keys(input.instructions).length) notFound();
  const { id } = await tx.proxy.create({
    data: {
      allianceId,
      meetingId: meeting.id,
      principalSeatId: input.principalSeatId,
      holderSeatId: input.holderSeatId,
      letterFileId: input.letterFileId ?? null,
      reason: input.reason ?? null,
      instructions: input.instructions,
      cap: rule.max,
      grantedById: scope.actor.userId,
      createdAt: scope.now,
      stateSince: scope.now,
    },
    select: { id: true },
  });
  await touchMeeting(tx, scope, meeting.id);
  await scope.audit({
    action: "proxy.grant",
    subjectType: "proxy",
    subjectId: id,
    details: {
      meetingId: meeting.id,
      principalSeatId: input.principalSeatId,
      holderSeatId: input.holderSeatId,
    },
  });
  return accept({ id, state: "signed" });
}

/** By the principal, for the own seat. An alternate stands in, but does not hand on. */
export async function grantProxy(tx: Tx, scope: TenantScope, input: Grant): Answer<GrantRefusal> {
  const meeting = await holdMeeting(tx, scope, input.meetingId);
  const own = await ownSeat(tx, scope, meeting, input.principalSeatId);
  if (own.capacity !== "principal") forbidden();
  return write(tx, scope, meeting, input);
}

/** A paper letter that reached the secretariat; somebody else accepts it. */
export async function recordProxy(tx: Tx, scope: TenantScope, input: Grant): Answer<GrantRefusal> {
  const meeting = await holdMeeting(tx, scope, input.meetingId);
  return write(tx, scope, meeting, input);
}

async function hold(tx: Tx, scope: TenantScope, proxyId: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: proxyId } };
  const { meetingId } =
    (await tx.proxy.findUnique({ where, select: { meetingId: true } })) ?? notFound();
  const meeting = await holdMeeting(tx, scope, meetingId);
  return { meeting, proxy: await tx.proxy.findUniqueOrThrow({ where }) };
}

async function move(
  tx: Tx,
  scope: TenantScope,
  proxy: { id: string; meetingId: string; state: ProxyState },
  step: { move: ProxyMove; version: number; reason?: string | undefined },
): Answer<"wrong-state"> {
  const next = stateAfter<ProxyState>(proxyEdges[step.move], proxy.state);
  if (!next) return refuse("wrong-state");
  const { count } = await tx.proxy.updateMany({
    where: {
      id: proxy.id,
      allianceId: scope.alliance.id,
      state: proxy.state,
      version: step.version,
    },
    data: {
      state: next,
      stateSince: scope.now,
      version: { increment: 1 },
      ...(step.reason && { reason: step.reason }),
    },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: `proxy.${step.move}`,
    subjectType: "proxy",
    subjectId: proxy.id,
    details: { from: proxy.state, to: next, meetingId: proxy.meetingId },
  });
  return accept({ id: proxy.id, state: next });
}

/** Never by whoever recorded it (I-15); in a meeting that is open it is active at once. */
export async function acceptProxy(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof acceptProxyInput>,
): Answer<"wrong-state" | "own-proxy"> {
  const { meeting, proxy } = await hold(tx, scope, input.proxyId);
  await mustRun(tx, scope, meeting);
  if (!coming.includes(meeting.state)) return refuse("wrong-state");
  if (proxy.grantedById === scope.actor.userId) return refuse("own-proxy");
  const accepted = await move(tx, scope, proxy, { move: "accept", version: input.version });
  if (!accepted.ok) return accepted;
  const opened = meeting.state === "open" || meeting.state === "suspended";
  await touchMeeting(tx, scope, meeting.id);
  return opened
    ? move(
        tx,
        scope,
        { ...proxy, state: "accepted" },
        { move: "activate", version: input.version + 1 },
      )
    : accepted;
}

/** By the principal, or by the secretariat on the principal's word, until the proxy has voted. */
export async function revokeProxy(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof revokeProxyInput>,
): Answer<"wrong-state" | "proxy-used"> {
  const { meeting, proxy } = await hold(tx, scope, input.proxyId);
  if (!scope.reach.whole) {
    const own = await ownSeats(tx, meeting.id, scope.actor.personId, scope.today);
    if (!own.some((seat) => seat.seatId === proxy.principalSeatId)) forbidden();
  }
  if (proxy.state === "used") return refuse("proxy-used");
  const revoked = await move(tx, scope, proxy, { move: "revoke", ...input });
  await touchMeeting(tx, scope, meeting.id);
  return revoked;
}

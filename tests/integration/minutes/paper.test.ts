import { expect, test } from "vitest";
import {
  answerPaperCommand,
  confirmCommand,
  getMinutesQuery,
  recordSignaturesCommand,
  signCommand,
} from "@/lib/features/minutes/procedures";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { createStoredFile } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { heldMeeting, minutesAt, passDeadline, value, type World } from "./world";

const { db } = useDatabase();

/** Minutes that may be signed, one signatory of which has no account. */
async function signable(rule: object = {}) {
  const world = await heldMeeting({ rule });
  const person = await db().person.create({ data: { name: "示例无账号代表" } });
  const id = world.council.holders[2]?.holding.id ?? "";
  await db().seatHolding.update({ where: { id }, data: { personId: person.id } });
  const at = await minutesAt(world, "circulated");
  await passDeadline(at.id);
  const page = await createStoredFile(db(), { allianceId: world.alliance.id });
  const colleague: Call = {
    actor: await createActor(db(), "secretariat", { allianceId: world.alliance.id }),
    tenant: world.alliance.slug,
  };
  return { world, at, person, page, colleague };
}
type Signable = Awaited<ReturnType<typeof signable>>;

const record = ({ world, at, person, page }: Signable, more: object = {}, call?: Call) =>
  perform(recordSignaturesCommand, call ?? world.secretary, {
    minutesId: at.id,
    version: at.version,
    answer: "signed",
    personIds: [person.id],
    fileId: page.id,
    ...more,
  });
const second = ({ at, person }: Signable, call: Call, agrees = true) =>
  perform(answerPaperCommand, call, { minutesId: at.id, personId: person.id, agrees });
const rowOf = ({ at, person }: Signable) =>
  db().minutesSignature.findFirstOrThrow({ where: { minutesId: at.id, personId: person.id } });
const confirm = ({ world, at }: Signable) =>
  perform(confirmCommand, world.chair, { minutesId: at.id, version: at.version });
const shown = async (world: World, personId: string) =>
  (
    await ask(getMinutesQuery, world.secretary, { meetingId: world.meetingId })
  ).minutes?.signatures.find((one) => one.personId === personId);

test("a signatory without an account signs on paper: the scanned page stands beside the name", async () => {
  const given = await signable();
  expect(value(await record(given))).toMatchObject({ recorded: 1, secondPerson: false });
  const row = await rowOf(given);
  expect(row).toMatchObject({ paperFileId: given.page.id, paperAnswer: "signed" });
  expect(row.signedAt).not.toBeNull();
  value(await confirm(given));
  const { sha256 } = await db().minutes.findUniqueOrThrow({ where: { id: given.at.id } });
  expect(row.sha256).toBe(sha256);
  expect(await shown(given.world, given.person.id)).toMatchObject({
    paper: { answer: "signed", recordedBy: given.world.secretary.actor.name, waits: false },
  });
});

test("A-31 where signatures confirm, an entry counts once a second person has read the page", async () => {
  const given = await signable({ confirm: "signatures", signatures: 1 });
  expect(value(await record(given))).toMatchObject({ secondPerson: true });
  expect(await confirm(given)).toMatchObject({ reason: "signatures-missing" });
  expect(await second(given, given.world.secretary)).toMatchObject({ reason: "own-paper" });
  await expect(second(given, given.world.delegate)).rejects.toMatchObject({ code: "forbidden" });
  const both = await Promise.allSettled([
    second(given, given.colleague),
    second(given, given.world.chair),
  ]);
  expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  value(await confirm(given));
});

test("A-31 two accounts of one person are no second person", async () => {
  const given = await signable({ confirm: "signatures", signatures: 1 });
  value(await record(given));
  const { personId } = given.world.secretary.actor;
  const twin = { ...given.colleague, actor: { ...given.colleague.actor, personId } };
  expect(await second(given, twin)).toMatchObject({ reason: "own-paper" });
});

test("the page says something else: discarded, entered anew, refused with its reason", async () => {
  const given = await signable({ confirm: "signatures", signatures: 1 });
  value(await record(given));
  expect(value(await second(given, given.colleague, false))).toMatchObject({ counted: false });
  expect(await rowOf(given)).toMatchObject({ paperFileId: null, recordedById: null });
  expect(await second(given, given.colleague)).toMatchObject({ reason: "wrong-state" });
  const refused = { answer: "refused" };
  expect(await record(given, refused)).toMatchObject({ reason: "refusal-needs-reason" });
  value(await record(given, { ...refused, reason: "示例：对第二项有异议" }));
  value(await second(given, given.world.chair));
  expect(await rowOf(given)).toMatchObject({ signedAt: null, reason: "示例：对第二项有异议" });
  expect(await confirm(given)).toMatchObject({ reason: "signatures-missing" });
});

test("sent twice, at once, too early, by the wrong person, with a foreign page: nothing is signed", async () => {
  const world = await heldMeeting();
  const early = await minutesAt(world, "circulated");
  const other = await signable();
  const { person, page, colleague } = other;
  const chair = world.chair.actor.personId ?? "";
  const tooEarly = { world, at: early, person, page, colleague };
  expect(await record(tooEarly, { personIds: [chair] })).toMatchObject({ reason: "wrong-state" });
  await passDeadline(early.id);
  const foreignPage = record(tooEarly, { personIds: [chair] });
  expect(await foreignPage).toMatchObject({ reason: "page-missing" });
  await expect(record(tooEarly)).rejects.toMatchObject({ code: "not-found" });
  await expect(record(other, {}, world.secretary)).rejects.toMatchObject({ code: "not-found" });
  await expect(record(other, {}, other.world.chair)).rejects.toMatchObject({ code: "forbidden" });
  await expect(record(other, { version: 99 })).rejects.toMatchObject({ code: "stale" });
  const both = await Promise.allSettled([record(other), record(other)]);
  expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  expect(await record(other)).toMatchObject({ reason: "already-signed" });
});

test("who answers in the portal in the meantime answered there; the page is dropped", async () => {
  const given = await signable({ confirm: "signatures", signatures: 1 });
  const chair = given.world.chair.actor.personId ?? "";
  value(await record(given, { personIds: [chair] }));
  const input = { minutesId: given.at.id, version: given.at.version, answer: "signed" } as const;
  value(await perform(signCommand, given.world.chair, input));
  expect((await shown(given.world, chair))?.paper).toBeNull();
});

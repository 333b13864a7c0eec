import { beforeAll, describe, expect, test } from "vitest";
import {
  adoptDocumentCommand,
  checklistQuery,
  compareDocumentsQuery,
  createDocumentCommand,
  getDocumentQuery,
  listArticlesQuery,
  listDocumentsQuery,
  nextVersionCommand,
  publishDocumentCommand,
  removeArticleCommand,
  repealDocumentCommand,
  saveArticleCommand,
  splitDocumentCommand,
  updateDocumentCommand,
  withdrawDocumentCommand,
} from "@/lib/features/documents/procedures";
import { dateOf } from "@/lib/kernel/dates";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { createCouncil, createStoredFile } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "../../support/database";
import { decide } from "../bodies/decide";

const { db } = useDatabase();
const text = "第一章 总则\n第一条【名称】 示例联合体。\n第二条 每年至少召开一次会议。";

async function scene() {
  const alliance = await createAlliance(db());
  const allianceId = alliance.id;
  const secretary = await createActor(db(), "secretariat", { allianceId });
  const reader = await createActor(db(), "observer", { allianceId });
  const paper = await createStoredFile(db(), { allianceId });
  const call = (actor: Actor) => ({ actor, tenant: alliance.slug });
  return { alliance, allianceId, secretary, reader, paper, call };
}
type Scene = Awaited<ReturnType<typeof scene>>;
let s: Scene;
let elsewhere: Scene;
beforeAll(async () => {
  s = await scene();
  elsewhere = await scene();
});

let serial = 0;
async function created(at: Scene = s, more: { kind?: "charter" | "finance"; text?: string } = {}) {
  serial += 1;
  const result = await perform(createDocumentCommand, at.call(at.secretary), {
    kind: more.kind ?? "finance",
    title: `示例制度 ${serial}`,
    text: more.text ?? text,
  });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
const adopt = (
  at: Scene,
  { id, revision }: { id: string; revision: number },
  effectiveOn = "2024-02-01",
) =>
  perform(adoptDocumentCommand, at.call(at.secretary), {
    documentId: id,
    revision,
    adoptedOn: "2024-01-20",
    effectiveOn,
    adoptedBy: "示例成立大会",
    paperId: at.paper.id,
  });
const look = (actor: Actor, documentId: string) =>
  ask(getDocumentQuery, s.call(actor), { documentId });

describe("from pasted text to what is in force", () => {
  test("split, corrected by hand, adopted on paper, followed by the next version, compared", async () => {
    const { id } = await created();
    const by = s.call(s.secretary);
    const view = await look(s.secretary, id);
    expect(view.articles.map(({ number, heading, chapter }) => [number, heading, chapter])).toEqual(
      [
        [1, "名称", "第一章 总则"],
        [2, null, "第一章 总则"],
      ],
    );
    await perform(saveArticleCommand, by, {
      documentId: id,
      revision: 1,
      articleId: view.articles[1]?.id,
      number: 2,
      heading: "会议",
      text: "每年至少召开一次会议。",
    });
    expect(await adopt(s, { id, revision: 2 })).toMatchObject({ ok: true });
    const inForce = await look(s.reader, id);
    expect(inForce).toMatchObject({
      state: "adopted",
      adoptedOn: "2024-01-20",
      paper: { id: s.paper.id },
    });
    expect(inForce.sha256).toMatch(/^[0-9a-f]{64}$/);

    const next = await perform(nextVersionCommand, by, { documentId: id });
    if (!next.ok) throw new Error(next.reason);
    await perform(splitDocumentCommand, by, {
      documentId: next.value.id,
      revision: 1,
      text: text.replace("一次", "两次"),
    });
    expect(await adopt(s, { id: next.value.id, revision: 2 }, "2025-01-01")).toMatchObject({
      ok: true,
    });
    expect(await look(s.reader, id)).toMatchObject({ state: "superseded", endsOn: "2024-12-31" });
    const compared = await ask(compareDocumentsQuery, s.call(s.reader), {
      documentId: next.value.id,
      withId: id,
    });
    expect(compared.before.version).toBe(1);
    expect(compared.lines.map(({ kind }) => kind)).toEqual(["same", "changed"]);
    expect((await look(s.reader, next.value.id)).versions.map(({ version }) => version)).toEqual([
      2, 1,
    ]);
  });
  test("by a resolution: the effect adopts it from the day on which it takes effect", async () => {
    const { id } = await created();
    const { body: council } = await createCouncil(db(), { allianceId: s.allianceId });
    const adopted = await decide(db(), {
      alliance: s.alliance,
      actor: s.secretary,
      bodyId: council.id,
      effect: { kind: "adopt_document", documentId: id },
      on: "2026-01-01",
      effectiveFrom: "2026-02-01",
    });
    if (!adopted.ok) throw new Error(adopted.reason);
    expect(await db().document.findUnique({ where: { id } })).toMatchObject({
      adoptedOn: dateOf("2026-01-01"),
      effectiveOn: dateOf("2026-02-01"),
      resolutionId: adopted.value.id,
    });
    expect((await look(s.secretary, id)).state).toBe("adopted");
  });
  test("adopted by nothing: without a resolution and without a paper the database lets nothing be adopted", async () => {
    const { id } = await created();
    await expect(
      db().document.update({
        where: { id },
        data: {
          state: "adopted",
          adoptedOn: dateOf("2026-01-01"),
          effectiveOn: dateOf("2026-02-01"),
          sha256: "0".repeat(64),
        },
      }),
    ).rejects.toThrow(/documents_decided/);
    expect((await look(s.secretary, id)).state).toBe("draft");
  });
  test("repealed with a day and a reason; a draft is withdrawn with its reason", async () => {
    const one = await created();
    await adopt(s, one);
    const by = s.call(s.secretary);
    const repeal = { documentId: one.id, revision: 2, endsOn: "2024-12-31", reason: "示例" };
    expect(
      await perform(repealDocumentCommand, by, { ...repeal, endsOn: "2024-01-01" }),
    ).toMatchObject({
      reason: "document-starts-too-early",
    });
    expect(await perform(repealDocumentCommand, by, repeal)).toMatchObject({ ok: true });
    const two = await created();
    const withdraw = { documentId: two.id, revision: 1, reason: "示例" };
    expect(await perform(withdrawDocumentCommand, by, withdraw)).toMatchObject({ ok: true });
    expect(await look(s.secretary, two.id)).toMatchObject({
      state: "withdrawn",
      endReason: "示例",
    });
  });
});

describe("immutability", () => {
  test.each([
    ["title", "UPDATE documents SET title = 'x' WHERE state = 'adopted'"],
    ["adoption", "UPDATE documents SET adopted_on = '2020-01-01' WHERE state = 'adopted'"],
    ["back to draft", "UPDATE documents SET state = 'draft' WHERE state = 'adopted'"],
    ["article", "UPDATE document_articles SET text = 'x'"],
    [
      "an article more",
      "INSERT INTO document_articles (id, alliance_id, document_id, number, text) SELECT gen_random_uuid(), alliance_id, id, 99, 'x' FROM documents WHERE state = 'adopted'",
    ],
    ["deletion", "DELETE FROM documents WHERE state = 'adopted'"],
  ])("I-16 the database refuses: %s", async (_, statement) => {
    await adopt(s, await created());
    await expect(db().$executeRawUnsafe(statement)).rejects.toThrow(/immutable/);
  });
  test("every command that changes a text refuses what was adopted, and changes nothing", async () => {
    const one = await created();
    await adopt(s, one);
    const before = await look(s.secretary, one.id);
    const by = s.call(s.secretary);
    const at = { documentId: one.id, revision: 2 };
    const articleId = before.articles[0]?.id ?? "";
    const results = [
      await perform(updateDocumentCommand, by, { ...at, title: "示例" }),
      await perform(splitDocumentCommand, by, { ...at, text: "第一条 示例" }),
      await perform(saveArticleCommand, by, { ...at, number: 7, text: "示例" }),
      await perform(removeArticleCommand, by, { ...at, articleId }),
      await perform(withdrawDocumentCommand, by, { ...at, reason: "示例" }),
      await adopt(s, { id: one.id, revision: 2 }),
    ];
    expect(results.map((result) => (result.ok ? "done" : result.reason))).toEqual(
      Array(6).fill("wrong-state"),
    );
    expect(await look(s.secretary, one.id)).toEqual(before);
  });
});

describe("one in force at a time", () => {
  test("there is one charter", async () => {
    const at = await scene();
    expect(await adopt(at, await created(at, { kind: "charter" }))).toMatchObject({ ok: true });
    expect(await adopt(at, await created(at, { kind: "charter" }))).toMatchObject({
      reason: "charter-in-force",
    });
  });
  test("two at once begin one next version, and adopt a draft once", async () => {
    const one = await created();
    await adopt(s, one);
    const by = s.call(s.secretary);
    const begun = await Promise.all(
      [1, 2, 3].map(() => perform(nextVersionCommand, by, { documentId: one.id })),
    );
    expect(begun.filter(({ ok }) => ok)).toHaveLength(1);
    const draft = begun.find((result) => result.ok);
    if (!draft?.ok) throw new Error("no draft");
    const adopted = await Promise.allSettled([1, 2].map(() => adopt(s, draft.value, "2025-01-01")));
    expect(adopted.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  });
  test("a next version must begin after the former", async () => {
    const one = await created();
    await adopt(s, one, "2024-06-01");
    const next = await perform(nextVersionCommand, s.call(s.secretary), { documentId: one.id });
    if (!next.ok) throw new Error(next.reason);
    expect(await adopt(s, next.value, "2024-06-01")).toMatchObject({
      reason: "document-starts-too-early",
    });
  });
  test("I-08 created twice by the same request is created once", async () => {
    const by = { ...s.call(s.secretary), idempotencyKey: "same" };
    const input = { kind: "finance" as const, title: "示例同一份" };
    const first = await perform(createDocumentCommand, by, input);
    expect(await perform(createDocumentCommand, by, input)).toEqual(first);
    expect(await perform(createDocumentCommand, s.call(s.secretary), input)).toMatchObject({
      reason: "document-exists",
    });
  });
});

describe("who reads what", () => {
  test("A-13 the public what is published, members what was adopted, those who govern the drafts", async () => {
    const at = await scene();
    const draft = await created(at);
    const internal = await created(at);
    await adopt(at, internal);
    const open = await created(at);
    await adopt(at, open);
    await perform(publishDocumentCommand, at.call(at.secretary), {
      documentId: open.id,
      revision: 2,
      published: true,
    });
    const supervisor = await createActor(db(), "supervisor", { allianceId: at.allianceId });
    const seen = async (actor: Actor) => {
      const list = await ask(listDocumentsQuery, at.call(actor), {});
      return [list.total, list.items.map(({ id }) => id).toSorted()] as const;
    };
    expect(await seen(anonymous)).toEqual([1, [open.id]]);
    expect(await seen(at.reader)).toEqual([2, [internal.id, open.id].toSorted()]);
    expect(await seen(supervisor)).toEqual([3, [draft.id, internal.id, open.id].toSorted()]);
    await expect(
      ask(getDocumentQuery, at.call(anonymous), { documentId: internal.id }),
    ).rejects.toMatchObject({ code: "not-found" });
    const shown = await ask(getDocumentQuery, at.call(anonymous), { documentId: open.id });
    expect(shown.paper).toBeNull();
    const articles = await ask(listArticlesQuery, at.call(anonymous), {});
    expect(articles.items).toHaveLength(2);
  });
  test("A-01 a document, a paper and a comparison of another alliance are not found", async () => {
    const theirs = await created(elsewhere);
    await expect(
      ask(getDocumentQuery, s.call(s.secretary), { documentId: theirs.id }),
    ).rejects.toMatchObject({ code: "not-found" });
    const mine = await created();
    await expect(
      perform(adoptDocumentCommand, s.call(s.secretary), {
        documentId: mine.id,
        revision: 1,
        adoptedOn: "2024-01-20",
        effectiveOn: "2024-01-20",
        adoptedBy: "示例",
        paperId: elsewhere.paper.id,
      }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(
      ask(compareDocumentsQuery, s.call(s.secretary), { documentId: mine.id, withId: theirs.id }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
  test("the sixteen: what is there, what is being written, what is missing", async () => {
    const at = await scene();
    await adopt(at, await created(at, { kind: "charter" }));
    await created(at);
    const { items } = await ask(checklistQuery, at.call(at.secretary), {});
    expect(items).toHaveLength(16);
    expect(items.filter(({ adopted }) => adopted).map(({ kind }) => kind)).toEqual(["charter"]);
    expect(items.filter(({ drafting }) => drafting).map(({ kind }) => kind)).toEqual(["finance"]);
  });
  test.each(["%", "_", "\\"])("A-08 the search %j finds nothing", async (q) =>
    expect((await ask(listDocumentsQuery, s.call(s.secretary), { q })).total).toBe(0),
  );
});

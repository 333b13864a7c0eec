import { dateOf } from "@/lib/kernel/dates";
import { createDecision, createPaper } from "./home";
import { about, type Fixture, type Site, versioned } from "./kit";
import { createMinutes } from "./records";

const minutesIn =
  (state: "draft" | "chair_review" | "circulated" | "confirmed") =>
  async ({ db, home }: Site) => {
    const { meeting } = await createDecision(db, home);
    return createMinutes(db, home, meeting.id, state);
  };

const paragraphIn = (state: "draft" | "circulated" | "confirmed") => async (site: Site) => {
  const { id } = await minutesIn(state)(site);
  return site.db.minutesParagraph.findFirstOrThrow({ where: { minutesId: id } });
};

/** A signatory who has not answered; the page of one of them, if given. */
async function asked(site: Site, paper: object = {}) {
  const { id: minutesId } = await minutesIn("circulated")(site);
  const person = await site.db.person.create({ data: { name: "示例签字人" } });
  const allianceId = site.home.alliance.id;
  const named = { allianceId, minutesId, personId: person.id, personName: "示例", ...paper };
  await site.db.minutesSignature.create({ data: { ...named, capacity: "seat" } });
  await site.db.minutes.update({
    where: { id: minutesId },
    data: { objectUntil: dateOf("2026-01-01") },
  });
  return { minutesId, personId: person.id, ...("paperFileId" in paper && { agrees: true }) };
}

export const minutes: Record<string, Fixture> = {
  "minutes.get": {
    ids: ["meetingId"],
    input: async ({ db, home }) => {
      const { meeting } = await createDecision(db, home);
      await createMinutes(db, home, meeting.id, "published");
      return { meetingId: meeting.id };
    },
  },
  "minutes.notice": {
    ids: ["meetingId"],
    input: async ({ db, home }) => ({ meetingId: (await createDecision(db, home)).meeting.id }),
  },
  "minutes.archive": {
    ids: ["meetingId"],
    input: async ({ db, home }) => ({ meetingId: (await createDecision(db, home)).meeting.id }),
  },
  "minutes.draft": {
    ids: ["meetingId"],
    input: async ({ db, home }) => ({ meetingId: (await createDecision(db, home)).meeting.id }),
  },
  "minutes.redraft": about("minutesId", minutesIn("draft"), versioned),
  "minutes.submit": about("minutesId", minutesIn("draft"), versioned),
  "minutes.giveBack": about("minutesId", minutesIn("chair_review"), {
    version: 1,
    reason: "示例",
  }),
  "minutes.circulate": about("minutesId", minutesIn("chair_review"), versioned),
  "minutes.confirm": about("minutesId", minutesIn("circulated"), versioned),
  "minutes.publish": about("minutesId", minutesIn("confirmed"), versioned),
  "minutes.saveParagraph": about("paragraphId", paragraphIn("draft"), { version: 1, text: "示例" }),
  "minutes.addParagraph": {
    ids: ["minutesId"],
    input: async (site) => ({
      minutesId: (await minutesIn("draft")(site)).id,
      part: "statement",
      text: "示例",
    }),
  },
  "minutes.removeParagraph": about("paragraphId", paragraphIn("draft"), versioned),
  "minutes.object": {
    ids: ["paragraphId"],
    input: async (site) => ({
      paragraphId: (await paragraphIn("circulated")(site)).id,
      text: "示例",
    }),
  },
  "minutes.answerObjection": {
    ids: ["objectionId"],
    input: async (site) => {
      const paragraph = await paragraphIn("circulated")(site);
      const { id } = await site.db.minutesObjection.create({
        data: {
          allianceId: site.home.alliance.id,
          paragraphId: paragraph.id,
          authorId: site.home.clerk.userId ?? "",
          text: "示例",
        },
      });
      return { objectionId: id, answer: "noted", text: "示例" };
    },
  },
  "minutes.sign": {
    personal: true,
    ids: ["minutesId"],
    input: async (site) => {
      const { id } = await minutesIn("circulated")(site);
      const { caller, home } = site;
      await site.db.minutesSignature.create({
        data: {
          allianceId: home.alliance.id,
          minutesId: id,
          personId: caller.personId ?? home.clerk.personId ?? "",
          capacity: "seat",
          personName: "示例",
        },
      });
      return { minutesId: id, version: 1, answer: "signed" };
    },
  },
  "minutes.recordSignatures": {
    ids: ["minutesId", "fileId"],
    input: async (site) => {
      const { minutesId, personId } = await asked(site);
      const file = await createPaper(site.db, site.home, site.caller.userId);
      return { minutesId, version: 1, answer: "signed", personIds: [personId], fileId: file.id };
    },
  },
  "minutes.answerPaper": {
    ids: ["minutesId"],
    input: async (site) => {
      const file = await createPaper(site.db, site.home, site.caller.userId);
      return asked(site, {
        paperAnswer: "signed",
        paperFileId: file.id,
        recordedById: site.home.clerk.userId ?? "",
        recordedAt: new Date(),
      });
    },
  },
  "minutes.proposeErratum": {
    ids: ["paragraphId"],
    input: async (site) => ({
      paragraphId: (await paragraphIn("confirmed")(site)).id,
      kind: "clerical",
      newText: "示例",
      reason: "示例",
    }),
  },
  "minutes.approveErratum": {
    ids: ["erratumId"],
    input: async (site) => {
      const paragraph = await paragraphIn("confirmed")(site);
      const { id } = await site.db.minutesErratum.create({
        data: {
          allianceId: site.home.alliance.id,
          minutesId: paragraph.minutesId,
          number: 1,
          kind: "factual",
          paragraphId: paragraph.id,
          oldText: "示例",
          newText: "示例",
          reason: "示例",
          proposedById: site.home.clerk.userId ?? "",
        },
      });
      return { erratumId: id };
    },
  },
};

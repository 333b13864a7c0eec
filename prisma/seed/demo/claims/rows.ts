import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { outcomeRow } from "../outcome";
import { allianceId, userId } from "../people";
import { SUZHOU } from "../suzhou/members";

const secretariat = userId("secretariat@suzhou.example");
const reporter = userId("reporter@svu.example");

const recordId = (key: string) => idOf("outcome-record", `${SUZHOU}/${key}`);

type Words = Partial<Parameters<typeof outcomeRow>[0]> & { key: string; title: string; on: Day };

const claim = (words: Words) =>
  outcomeRow({
    alliance: SUZHOU,
    unit: "svu",
    metric: "M35",
    quantity: 1,
    state: "submitted",
    paper: "patents",
    verifiedById: secretariat,
    ...words,
    enteredById: (words.unit ?? "svu") === "svu" ? reporter : null,
  });

const award = { metric: "M44", paper: "certificates" } as const;
const training = { metric: "M41", paper: "rosters", quantity: 368 } as const;
const work = "示例产教融合教学成果";

/** Results whose owners are open, one that rose a level, and two trainings that may be one. */
export const claimRecords = [
  claim({
    key: "claim/shared",
    title: "示例共有专利 2026-901",
    on: "2026-10-12",
    naturalKey: "SL-2026-901",
  }),
  claim({
    key: "claim/disputed",
    title: "示例共有专利 2026-902",
    on: "2026-10-14",
    naturalKey: "SL-2026-902",
    unit: "college-01",
  }),
  {
    ...claim({
      ...award,
      key: "claim/award-city",
      title: "示例产教融合教学成果奖（市级）",
      on: "2025-06-18",
      state: "verified",
      naturalKey: `${work} · 2025 · municipal · 示例市教育局`,
    }),
    keyName: work,
    issuer: "示例市教育局",
    level: "municipal" as const,
  },
];

export const laterClaimRecords = [
  {
    ...claim({
      ...award,
      key: "claim/award-province",
      title: "示例产教融合教学成果奖（省级）",
      on: "2026-09-20",
      naturalKey: `${work} · 2026 · provincial · 示例省教育厅`,
    }),
    keyName: work,
    issuer: "示例省教育厅",
    level: "provincial" as const,
    followsId: recordId("claim/award-city"),
    follow: "upgrade" as const,
    chainStep: 2,
  },
  claim({ ...training, key: "claim/training-1", title: "示例企业员工技能培训", on: "2026-09-12" }),
  claim({
    ...training,
    key: "claim/training-2",
    title: "示例员工技能提升班",
    on: "2026-09-15",
    unit: "college-01",
  }),
];

/** A verified patent that two members own: it counts once, and each sees its part. */
const sharedKey = "patent/SL-2025-002";
export const shareRows = (
  [
    ["svu", 6667],
    ["university-01", 3333],
  ] as const
).map(([unit, share]) => ({
  allianceId: allianceId(SUZHOU),
  recordId: recordId(sharedKey),
  organizationId: organizationId(unit),
  share,
  createdAt: at("2026-02-10"),
}));

const note = "示例：专利证书载明本校为共同专利权人。";

/** One agreed, one that waits for the school's answer, one that was refused and waits for the secretariat. */
export const coClaimRows = (today: Day) => [
  {
    id: idOf("co-claim", "agreed"),
    allianceId: allianceId(SUZHOU),
    recordId: recordId(sharedKey),
    organizationId: organizationId("university-01"),
    offered: false,
    share: 3333,
    note,
    state: "agreed" as const,
    dueOn: dateOf("2026-02-15"),
    proposedAt: at("2026-02-01"),
    answeredById: reporter,
    answeredAt: at("2026-02-10"),
    version: 2,
  },
  {
    id: idOf("co-claim", "waiting"),
    allianceId: allianceId(SUZHOU),
    recordId: recordId("claim/shared"),
    organizationId: organizationId("college-01"),
    offered: false,
    share: 4000,
    note,
    state: "proposed" as const,
    dueOn: dateOf(addDays(today, 9)),
    proposedAt: at("2026-11-12"),
  },
  {
    id: idOf("co-claim", "refused"),
    allianceId: allianceId(SUZHOU),
    recordId: recordId("claim/disputed"),
    organizationId: organizationId("svu"),
    offered: false,
    share: 5000,
    note,
    state: "refused" as const,
    dueOn: dateOf("2026-11-10"),
    proposedById: reporter,
    proposedAt: at("2026-10-27"),
    answer: "示例：本校为唯一专利权人。",
    answeredAt: at("2026-11-03"),
    version: 2,
  },
];

export const pairRows = [
  {
    id: idOf("outcome-pair", "training"),
    allianceId: allianceId(SUZHOU),
    firstId: recordId("claim/training-1"),
    secondId: recordId("claim/training-2"),
    similarity: 57,
    sameAmount: true,
    createdAt: at("2026-09-26"),
  },
];

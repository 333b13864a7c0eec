import { academicYearOf } from "@/lib/features/programmes/rules";
import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import { ORDER_CLASS, PATHWAY } from "../colleges/suzhou";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { allianceId, userId } from "../people";
import { SUZHOU } from "../suzhou/members";

/*
 * Demand and supply at Suzhou: the sources give the thirteen programmes and no number of people, so every number here is a
 * sample, at sample schools and sample enterprises.
 */
const here = allianceId(SUZHOU);
const of = (table: string, key: string) => idOf(table, `${SUZHOU}/${key}`);
const offeringId = (key: string) => idOf("programme-offering", key);
const programmeId = (key: string) => idOf("programme", key);
const secretary = userId("secretariat@suzhou.example");

export const industries = (
  [
    ["示例产业 工业机器人", true, 42_000],
    ["示例产业 智能装备", true, 58_000],
    ["示例产业 现代服务", false, 61_000],
  ] as const
).map(([name, key, employed]) => ({ id: of("industry", name), name, key, employed }));

export const industryRows = industries.map(({ employed: _, ...row }) => ({
  ...row,
  allianceId: here,
}));
export const industryYearRows = industries.map(({ id, employed }) => ({
  allianceId: here,
  industryId: id,
  year: 2025,
  employed,
  source: "示例统计，非实际数据",
}));

/** Offering → its place in `industries`. Two serve none. */
const places: Readonly<Record<string, 0 | 1 | 2>> = {
  "工业机器人技术应用/secondary/secondary-01": 0,
  "智能控制技术/college/college-01": 0,
  "机器人工程/bachelor/university-01": 0,
  "示例专业 01/secondary/secondary-02": 1,
  "示例专业 03/secondary/technician-01": 0,
  "示例专业 04/college/college-02": 1,
  "示例专业 05/college/college-03": 1,
  "示例专业 06/college/college-04": 0,
  "示例专业 07/college/college-05": 2,
  "示例专业 08/bachelor/university-01": 1,
  "示例专业 09/bachelor/university-02": 0,
};
export const placed = industries.map(({ id }, index) => {
  const offeringKeys = Object.keys(places).filter((key) => places[key] === index);
  return { industryId: id, offeringKeys, offeringIds: offeringKeys.map(offeringId) };
});

export const occupations = [
  ["installer", "示例职业 工业机器人装调", "Robot assembly (sample)"],
  ["operator", "示例职业 产线运维", "Line maintenance (sample)"],
  ["programmer", "示例职业 控制编程", "Control programming (sample)"],
  ["designer", "示例职业 系统集成设计", "System integration (sample)"],
].map(([key = "", name = "", nameEn = ""]) => ({
  id: of("occupation", key),
  allianceId: here,
  name,
  nameEn,
}));
const occupationId = (key: string) => of("occupation", key);

export const occupationProgrammes = [
  ["installer", "工业机器人技术应用/secondary"],
  ["installer", "示例专业 03/secondary"],
  ["operator", "示例专业 04/college"],
  ["operator", "示例专业 05/college"],
  ["programmer", "智能控制技术/college"],
  ["programmer", "示例专业 06/college"],
  ["designer", "机器人工程/bachelor"],
].map(([occupation = "", programme = ""]) => ({
  allianceId: here,
  occupationId: occupationId(occupation),
  programmeId: programmeId(programme),
}));

const supplies = [
  ["工业机器人技术应用/secondary/secondary-01", "published", 86],
  ["示例专业 03/secondary/technician-01", "published", 54],
  ["示例专业 04/college/college-02", "published", 62],
  ["智能控制技术/college/college-01", "published", 75],
  ["机器人工程/bachelor/university-01", "published", 48],
  ["示例专业 05/college/college-03", "bureau_confirmed", 40],
  ["示例专业 06/college/college-04", "school_confirmed", 52],
  ["示例专业 07/college/college-05", "draft", 66],
] as const;
const supplyId = (key: string) => of("talent-supply", key);

export const supplyRows = (today: Day) =>
  supplies.map(([key, state, graduates]) => ({
    id: supplyId(key),
    allianceId: here,
    offeringId: offeringId(key),
    academicYear: academicYearOf(today),
    enrolled: graduates + 10,
    onRoll: graduates * 3 + 20,
    graduates,
    capacity: graduates + 20,
    state,
    stateSince: at("2026-10-20"),
    bureauId:
      state === "published" || state === "bureau_confirmed"
        ? organizationId("government-01")
        : null,
    bureauConfirmedById: state === "published" || state === "bureau_confirmed" ? secretary : null,
    publishedById: state === "published" ? secretary : null,
    publishedAt: state === "published" ? at("2026-10-20") : null,
    createdAt: at("2026-10-08"),
  }));

type State =
  | "draft"
  | "submitted"
  | "confirmed"
  | "open"
  | "partly_matched"
  | "filled"
  | "withdrawn";
/** One in every state, and an open one whose half year is over. */
const demands = [
  ["draft", "enterprise-017", "installer", "intermediate", 6, "draft"],
  ["submitted", "enterprise-005", "operator", "junior", 12, "submitted"],
  ["confirmed", "enterprise-008", "designer", "senior", 64, "confirmed"],
  ["open", "enterprise-011", "programmer", "senior", 20, "open"],
  ["open-2", "enterprise-017", "installer", "senior", 110, "open"],
  ["partly", "enterprise-023", "operator", "intermediate", 30, "partly_matched"],
  ["filled", "enterprise-042", "installer", "intermediate", 15, "filled"],
  ["withdrawn", "enterprise-031", "operator", "apprentice", 8, "withdrawn"],
  ["expired", "enterprise-050", "designer", "technician", 5, "open"],
] as const satisfies readonly (readonly [string, string, string, string, number, State])[];
const demandId = (key: string) => of("talent-demand", key);

/** What lies ahead is dated from the day of loading; the filled and the withdrawn one lie behind. */
export const demandRows = (today: Day) =>
  demands.map(([key, enterprise, occupation, skillLevel, headcount, state]) => {
    const past = state === "filled" || state === "withdrawn";
    const fromOn = past ? "2026-09-01" : addDays(today, 20);
    const market = state === "open" || state === "partly_matched" || state === "filled";
    const expiresOn = key === "expired" ? addDays(today, -5) : addDays(today, 150);
    return {
      id: demandId(key),
      allianceId: here,
      organizationId: organizationId(enterprise),
      occupationId: occupationId(occupation),
      skillLevel,
      headcount,
      fromOn: dateOf(fromOn),
      toOn: dateOf(past ? "2026-12-31" : addDays(today, 220)),
      academicYear: academicYearOf(fromOn),
      note: "示例：两班制，提供住宿；持职业技能等级证书者优先。",
      state: state === "filled" || state === "partly_matched" ? ("open" as const) : state,
      stateSince: at(past ? "2026-10-15" : addDays(today, -6)),
      expiresOn: market ? dateOf(past ? "2027-03-31" : expiresOn) : null,
      confirmedById: market || state === "confirmed" ? secretary : null,
      createdAt: at(past ? "2026-08-20" : addDays(today, -12)),
    };
  });

/** States that follow from the matches, written after them. */
export const settled = demands.flatMap(([key, , , , , state]) =>
  state === "filled" || state === "partly_matched" ? [{ id: demandId(key), state }] : [],
);

const matches = [
  ["open-2", "工业机器人技术应用/secondary/secondary-01", "suggested", 30, 0, null],
  ["open", "智能控制技术/college/college-01", "contacted", 12, 0, null],
  ["partly", "示例专业 04/college/college-02", "agreed", 18, 0, "order_class"],
  ["filled", "示例专业 03/secondary/technician-01", "result", 15, 15, "recruitment"],
  ["open-2", "示例专业 03/secondary/technician-01", "dropped", 20, 0, null],
] as const;

export const matchRows = matches.map(([demand, supply, state, quantity, hired, form]) => ({
  id: of("talent-match", `${demand}/${supply}`),
  allianceId: here,
  demandId: demandId(demand),
  supplyId: supplyId(supply),
  state,
  stateSince: at("2026-10-28"),
  quantity,
  hired,
  form,
  createdAt: at("2026-10-22"),
}));

const behind: Record<State, readonly string[]> = {
  draft: ["post"],
  submitted: ["post", "submit"],
  confirmed: ["post", "submit", "confirm"],
  open: ["post", "submit", "confirm", "open"],
  partly_matched: ["post", "submit", "confirm", "open"],
  filled: ["post", "submit", "confirm", "open", "filled"],
  withdrawn: ["post", "withdraw"],
};

/** Each step an hour after the one before. */
export const eventRows = (today: Day) =>
  demands.flatMap(([key, , , , , state]) =>
    behind[state].map((step, index) => {
      const day = state === "filled" || state === "withdrawn" ? "2026-08-20" : addDays(today, -12);
      return {
        id: of("talent-event", `${key}/${step}`),
        allianceId: here,
        demandId: demandId(key),
        step,
        at: at(day, `1${index}:00`),
      };
    }),
  );

const adjustments = [
  ["proposed", "expand", "示例专业 06/college/college-04", "open"],
  ["endorsed", "expand", "示例专业 04/college/college-02", "partly"],
  ["carried_out", "warn", "示例专业 07/college/college-05", "filled"],
] as const;

export const adjustmentRows = (today: Day) =>
  adjustments.map(([state, kind, offering, demand]) => {
    const [programme = "", level = "", school = ""] = offering.split("/");
    return {
      id: of("programme-adjustment", `${state}/${kind}`),
      allianceId: here,
      organizationId: organizationId(school),
      programmeId: programmeId(`${programme}/${level}`),
      offeringId: offeringId(offering),
      demandId: demandId(demand),
      kind,
      state,
      stateSince: at("2026-11-02"),
      academicYear: academicYearOf(today) + 1,
      reason: "示例：依据企业人才需求库中的已确认需求调整招生规模。",
      decidedById: state === "proposed" ? null : secretary,
      createdAt: at("2026-10-30"),
    };
  });
export const warned = offeringId("示例专业 07/college/college-05");

const classes = [
  ["示例订单班 A", "order", "示例专业 04/college/college-02", "enterprise-023", 24, 6],
  [
    "示例现代学徒制班",
    "modern_apprenticeship",
    "示例专业 03/secondary/technician-01",
    "enterprise-042",
    30,
    8,
  ],
  [
    "示例现场工程师班",
    "field_engineer",
    "智能控制技术/college/college-01",
    "enterprise-011",
    20,
    5,
  ],
] as const;
export const classId = (name: string) => of("training-class", name);

export const classRows = classes.map(([name, kind, offering]) => ({
  id: classId(name),
  allianceId: here,
  organizationId: organizationId(offering.split("/")[2] ?? ""),
  offeringId: offeringId(offering),
  kind,
  name,
  startYear: 2025,
  createdAt: at("2025-09-01"),
  months: kind === "modern_apprenticeship" ? 36 : null,
  note: kind === "modern_apprenticeship" ? "学段 1+1+1：通识教育、专业基础、企业技能。" : null,
  synthetic: true,
}));
export const stageRows = (
  [
    ["通识教育", "school"],
    ["专业基础教育", "school"],
    ["企业技能培养", "enterprise"],
  ] as const
).map(([title, place], index) => ({
  allianceId: here,
  classId: classId("示例现代学徒制班"),
  ordinal: index + 1,
  title,
  months: 12,
  place,
}));
export const partnerRows = classes.map(([name, , , enterprise, , mentors]) => ({
  allianceId: here,
  classId: classId(name),
  organizationId: organizationId(enterprise),
  mentors,
}));
export const yearRows = classes.map(([name, , , , current]) => ({
  allianceId: here,
  classId: classId(name),
  academicYear: 2026,
  planned: current + 2,
  enrolled: current + 1,
  current,
  completed: current - 8,
  hired: current - 10,
  enteredAt: at("2026-10-10"),
}));

export const pathwayRows = [
  {
    id: of("pathway", "3+2"),
    allianceId: here,
    fromOfferingId: offeringId("工业机器人技术应用/secondary/secondary-01"),
    toOfferingId: offeringId("智能控制技术/college/college-01"),
    model: "three_plus_two" as const,
    academicYear: 2026,
    quota: 40,
  },
  {
    id: of("pathway", "3+2/2021"),
    allianceId: here,
    fromOfferingId: offeringId("工业机器人技术应用/secondary/secondary-01"),
    toOfferingId: offeringId("智能控制技术/college/college-01"),
    model: "three_plus_two" as const,
    academicYear: 2021,
    quota: 40,
  },
];
/** Those who began in 2021 and 2022 went over three years later. */
export const transitionRows = (
  [
    [2024, 36],
    [2025, 38],
  ] as const
).map(([year, moved]) => ({
  allianceId: here,
  pathwayId: of("pathway", "3+2/2021"),
  year,
  moved,
  evidence: `示例：${year} 年转段考核录取名册`,
  enteredById: secretary,
  enteredAt: at(`${year}-09-10`),
}));

const agreementId = (title: string) => of("agreement", title);
export const agreementLinkRows = [
  {
    id: of("agreement-link", "order-class"),
    allianceId: here,
    agreementId: agreementId(ORDER_CLASS),
    classId: classId("示例订单班 A"),
  },
  {
    id: of("agreement-link", "pathway"),
    allianceId: here,
    agreementId: agreementId(PATHWAY),
    pathwayId: of("pathway", "3+2"),
  },
];

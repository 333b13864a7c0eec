import { skillLevels } from "@/lib/features/people/types";
import { academicYearOf } from "@/lib/features/programmes/rules";
import { matchForms } from "@/lib/features/talent/types";
import { addDays, type Day } from "@/lib/kernel/dates";
import { canonicalJson } from "@/lib/kernel/json";
import { at } from "../days";
import { idOf, sha256 } from "../ids";
import { organizationId } from "../organizations";
import { allianceId, userId } from "../people";
import { SUZHOU } from "../suzhou/members";
import { demandRows, industries, industryYearRows, matchRows, occupations, placed } from "./suzhou";

/*
 * 《行业人才引进动态》 and 《重点产业目录》 of Suzhou (S002-56 names the two beside the fit report), each out in its first edition:
 * counted from the demonstration's own rows, as the product counts them.
 */
const here = allianceId(SUZHOU);
const secretary = userId("secretariat@suzhou.example");
export const issuerId = organizationId("government-01");
type Names = { alliance: string; issuer: string };

const counted = ["confirmed", "open", "partly_matched", "filled"];
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Heads that agreed or finished matches of a demand take, and those whom it hired. */
function headsOf(demandId: string) {
  const of = matchRows.filter((match) => match.demandId === demandId);
  return {
    taken: sum(
      of.map(({ state, quantity, hired }) => {
        if (state === "agreed") return quantity;
        return state === "result" ? hired : 0;
      }),
    ),
    hired: sum(of.map(({ hired }) => hired)),
  };
}

function bulletin(today: Day, year: number, names: Names) {
  const demands = demandRows(today)
    .filter(({ state, academicYear }) => counted.includes(state) && academicYear === year)
    .map((row) => ({ ...row, ...headsOf(row.id) }));
  const heads = sum(demands.map(({ headcount }) => headcount));
  const ids = new Set(demands.map(({ id }) => id));
  const settled = matchRows.filter(
    ({ demandId, state }) => ids.has(demandId) && (state === "agreed" || state === "result"),
  );
  return {
    kind: "bulletin" as const,
    names,
    enterprises: new Set(demands.map(({ organizationId: unit }) => unit)).size,
    demands: demands.length,
    headcount: heads,
    filled: { part: sum(demands.map(({ hired }) => hired)), whole: heads },
    occupations: occupations
      .map(({ id, name, nameEn }) => {
        const of = demands.filter(({ occupationId }) => occupationId === id);
        return {
          name,
          nameEn,
          demands: of.length,
          headcount: sum(of.map(({ headcount }) => headcount)),
          taken: sum(of.map(({ taken }) => taken)),
          hired: sum(of.map(({ hired }) => hired)),
        };
      })
      .filter((row) => row.demands > 0)
      .sort((a, b) => b.headcount - a.headcount || byText(a.name, b.name)),
    skills: skillLevels
      .map((level) => ({
        level,
        headcount: sum(
          demands
            .filter(({ skillLevel }) => skillLevel === level)
            .map(({ headcount }) => headcount),
        ),
      }))
      .filter(({ headcount }) => headcount > 0),
    forms: matchForms
      .map((form) => {
        const of = settled.filter((match) => match.form === form);
        return { form, matches: of.length, hired: sum(of.map(({ hired }) => hired)) };
      })
      .filter(({ matches }) => matches > 0),
  };
}

const catalogue = (names: Names) => ({
  kind: "key_industries" as const,
  names,
  keyIndustries: industries.filter(({ key }) => key).length,
  industries: industries
    .map(({ id, name, key }) => {
      const keys = placed.find(({ industryId }) => industryId === id)?.offeringKeys ?? [];
      const statistics = industryYearRows.find(({ industryId }) => industryId === id);
      return {
        name,
        nameEn: null,
        key,
        offerings: keys.length,
        schools: new Set(keys.map((offering) => offering.split("/")[2])).size,
        employed: statistics?.employed ?? null,
        employedYear: statistics?.year ?? null,
        source: statistics?.source ?? null,
      };
    })
    .sort((a, b) => Number(b.key) - Number(a.key) || byText(a.name, b.name)),
});

/** What the two have in common; each says of which year it is and when it was counted, reviewed and published. */
function published<S extends { kind: "bulletin" | "key_industries" }>(
  snapshot: S,
  { year, days }: { year: number; days: readonly [taken: Day, reviewed: Day, published: Day] },
) {
  const [taken, reviewed, out] = days;
  return {
    id: idOf("talent-report", `${SUZHOU}/${snapshot.kind}`),
    allianceId: here,
    kind: snapshot.kind,
    year,
    edition: 1,
    state: "published" as const,
    issuerId,
    snapshot,
    sha256: sha256(canonicalJson(snapshot)),
    takenAt: at(taken),
    note: "示例：单位、人数与从业人数均为示例，仅用于演示。",
    draftedById: secretary,
    reviewedAt: at(reviewed),
    publishedById: secretary,
    publishedAt: at(out),
  };
}

/** The catalogue is of a closed year; the bulletin is about demands that are open, and so as young as they are. */
export function publications(today: Day, names: Names) {
  const year = academicYearOf(addDays(today, 20));
  return [
    published(catalogue(names), { year: 2025, days: ["2026-03-02", "2026-03-04", "2026-03-06"] }),
    published(bulletin(today, year, names), {
      year,
      days: [addDays(today, -3), addDays(today, -2), addDays(today, -1)],
    }),
  ];
}

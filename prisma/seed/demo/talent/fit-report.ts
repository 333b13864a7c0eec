import { canonicalJson } from "@/lib/kernel/json";
import { at } from "../days";
import { idOf, sha256 } from "../ids";
import { organizationId } from "../organizations";
import {
  allianceName,
  bureau,
  here,
  industries,
  offerings,
  programmes,
  TECHNICIANS,
} from "./technicians";

const count = <T>(list: readonly T[], keep: (one: T) => boolean) => list.filter(keep).length;

/** The twenty programmes that most schools teach. */
const overlap = programmes
  .map(({ name, level }) => ({
    name,
    level,
    schools: count(offerings, ({ programme }) => programme === name),
  }))
  .sort((a, b) => b.schools - a.schools || (a.name < b.name ? -1 : 1))
  .slice(0, 20);

const keyNames = new Set(industries.filter(({ key }) => key).map(({ name }) => name));

const snapshot = {
  kind: "fit",
  names: { alliance: allianceName, issuer: bureau.name },
  programmes: programmes.length,
  offerings: offerings.length,
  schools: new Set(offerings.map(({ school }) => school)).size,
  fit: {
    part: count(offerings, ({ industry }) => industry !== null && keyNames.has(industry)),
    whole: offerings.length,
  },
  students: 0,
  employed: 0,
  industries: [...industries]
    .sort((a, b) => Number(b.key) - Number(a.key) || (a.name < b.name ? -1 : 1))
    .map(({ name, key }) => ({
      name,
      nameEn: null,
      key,
      offerings: count(offerings, ({ industry }) => industry === name),
      students: 0,
      employed: 0,
      employedYear: null,
      deviation: null,
    })),
  gaps: [],
  overlap,
};

/** The fit report of the technician schools, published once and for all. */
export const fitReport = {
  id: idOf("talent-report", `${TECHNICIANS}/fit/2019`),
  allianceId: here,
  kind: "fit" as const,
  year: 2019,
  edition: 1,
  state: "published" as const,
  issuerId: organizationId("cq-sample-bureau"),
  snapshot,
  sha256: sha256(canonicalJson(snapshot)),
  takenAt: at("2020-01-06"),
  note: "专业、专业点与对接数按资料汇编的合计登记；各校的分布为示例。",
  reviewedAt: at("2020-01-08"),
  publishedAt: at("2020-01-10"),
};

import { syntheticCreditCode } from "@/lib/features/organizations/rules/credit-code";
import { pinyinOf, searchTextOf } from "@/lib/features/organizations/rules/search-text";
import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import type { OrganizationKind } from "@/prisma/generated/enums";
import { idOf } from "./ids";
import type { DemoRows } from "./rows";

/** When the register of the demonstration was written: the day of the first source text. */
export const REGISTERED_AT = new Date("2023-10-24T00:49:00Z");

export type DemoOrganization = {
  /** Stable key of the id. */
  key: string;
  name: string;
  nameEn?: string;
  kind: OrganizationKind;
  shortName?: string;
  aliases?: readonly string[];
  regionCode?: string;
  /** Key of the unit that runs this one. */
  sponsor?: string;
  /** Key of the group that it belongs to. */
  parent?: string;
  /** What it was called, and the last day of that name. */
  former?: { name: string; until: Day };
  /** Running number of the synthetic credit code; absent for organizations that the sources name. */
  serial?: number;
};

export const organizationId = (key: string): string => idOf("organization", key);

const SCHOOLS: readonly OrganizationKind[] = [
  "university",
  "vocational_university",
  "vocational_college",
  "secondary_vocational",
  "technician_school",
];

/** Rows of organizations with names and the profile of their kind. */
export function organizationRows(list: readonly DemoOrganization[]): Partial<DemoRows> {
  return {
    organization: list.map((given) => ({
      id: organizationId(given.key),
      name: given.name,
      nameEn: given.nameEn ?? null,
      shortName: given.shortName ?? null,
      kind: given.kind,
      regionCode: given.regionCode ?? null,
      parentId: given.parent ? organizationId(given.parent) : null,
      sponsorId: given.sponsor ? organizationId(given.sponsor) : null,
      creditCode: given.serial === undefined ? null : syntheticCreditCode(given.serial),
      searchText: searchTextOf(namesOf(given)),
      pinyin: pinyinOf(given.name),
      synthetic: given.serial !== undefined,
      createdAt: REGISTERED_AT,
      updatedAt: REGISTERED_AT,
    })),
    organizationName: list.flatMap(nameRows),
    memberInstitution: list
      .filter(({ kind }) => SCHOOLS.includes(kind))
      .map(({ key }) => ({ organizationId: organizationId(key) })),
    enterprise: list.filter(({ kind }) => kind === "enterprise").map(enterpriseRow),
    enterpriseTag: list.flatMap(tagRows),
  };
}

const namesOf = ({ name, former, shortName, nameEn, aliases = [] }: DemoOrganization): string[] =>
  [name, former?.name, shortName, nameEn, ...aliases].filter((text) => text !== undefined);

function nameRows(given: DemoOrganization): DemoRows["organizationName"] {
  const { name, former, aliases = [] } = given;
  const since = former ? { validFrom: dateOf(addDays(former.until, 1)) } : {};
  return [
    { ...nameRow(given, "official", name), ...since },
    ...(former
      ? [{ ...nameRow(given, "former", former.name), validTo: dateOf(former.until) }]
      : []),
    ...aliases.map((alias) => nameRow(given, "alias", alias)),
  ];
}

const nameRow = (
  { key }: DemoOrganization,
  kind: "official" | "former" | "alias",
  name: string,
) => ({
  id: idOf("organization-name", `${key}/${kind}/${name}`),
  organizationId: organizationId(key),
  kind,
  name,
  createdAt: REGISTERED_AT,
});

const SCALES = ["large", "medium", "small", "small", "micro"] as const;

/** Nothing is said about a named enterprise that the sources do not say; synthetic ones get a spread of sizes. */
function enterpriseRow({ key, serial }: DemoOrganization) {
  const scale = serial === undefined ? null : (SCALES[serial % SCALES.length] ?? null);
  return {
    organizationId: organizationId(key),
    scale,
    aboveScale: scale === null ? null : scale === "large" || scale === "medium",
  };
}

/** Every tenth synthetic enterprise is a "little giant", every fifth a high-tech one; some tags have run out. */
function tagRows({ key, kind, serial }: DemoOrganization): DemoRows["enterpriseTag"] {
  if (kind !== "enterprise" || serial === undefined) return [];
  const row = (
    tag: "little_giant" | "high_tech" | "specialised_sme",
    level: "national" | "provincial",
    until: string,
  ) => ({
    id: idOf("enterprise-tag", `${key}/${tag}`),
    organizationId: organizationId(key),
    tag,
    level,
    validUntil: dateOf(until),
  });
  return [
    ...(serial % 10 === 7 ? [row("little_giant", "national", "2028-06-30")] : []),
    ...(serial % 5 === 2 ? [row("high_tech", "national", "2027-12-31")] : []),
    ...(serial % 6 === 1 ? [row("specialised_sme", "provincial", "2025-12-31")] : []),
  ];
}

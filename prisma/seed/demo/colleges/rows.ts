import { dateOf } from "@/lib/kernel/dates";
import type { Prisma } from "@/prisma/generated/client";
import type { BuilderRole } from "@/prisma/generated/enums";
import { idOf } from "../ids";
import { organizationId, REGISTERED_AT } from "../organizations";
import { allianceId } from "../people";

export type CollegeRows = {
  college: Prisma.CollegeCreateManyInput[];
  collegeParty: Prisma.CollegePartyCreateManyInput[];
  platform: Prisma.PlatformCreateManyInput[];
  platformParty: Prisma.PlatformPartyCreateManyInput[];
  agreement: Prisma.AgreementCreateManyInput[];
  agreementParty: Prisma.AgreementPartyCreateManyInput[];
};

export const noRows = (): CollegeRows => ({
  college: [],
  collegeParty: [],
  platform: [],
  platformParty: [],
  agreement: [],
  agreementParty: [],
});

export type Party = readonly [key: string, role: BuilderRole, duty?: string];

type College = Omit<
  Prisma.CollegeCreateManyInput,
  "id" | "allianceId" | "schoolId" | "name" | "kind"
> & { kind?: Prisma.CollegeCreateManyInput["kind"] };

export const collegeId = (slug: string, name: string): string => idOf("college", `${slug}/${name}`);
export const platformId = (slug: string, name: string): string =>
  idOf("platform", `${slug}/${name}`);

/** A college with its parties; the first one is the school. */
export function addCollege(
  rows: CollegeRows,
  slug: string,
  name: string,
  parties: readonly Party[],
  more: College = {},
): string {
  const id = collegeId(slug, name);
  const tenant = allianceId(slug);
  rows.college.push({
    id,
    allianceId: tenant,
    name,
    kind: "modern_industry",
    schoolId: organizationId(parties[0]?.[0] ?? ""),
    state: "operating",
    stateSince: REGISTERED_AT,
    createdAt: REGISTERED_AT,
    synthetic: name.startsWith("示例"),
    ...more,
  });
  rows.collegeParty.push(
    ...parties.map(([key, role], index) => ({
      id: idOf("college-party", `${slug}/${name}/${key}`),
      allianceId: tenant,
      collegeId: id,
      organizationId: organizationId(key),
      role,
      coBuild: true,
      coManage: index < 2,
    })),
  );
  return id;
}

type Platform = Omit<Prisma.PlatformCreateManyInput, "id" | "allianceId" | "hostId" | "name">;

/** A platform of the texts, with those who built it. */
export function addPlatform(
  rows: CollegeRows,
  slug: string,
  name: string,
  given: Platform & { host?: string; parties?: readonly Party[] },
): string {
  const { host, parties = [], ...more } = given;
  const id = platformId(slug, name);
  const tenant = allianceId(slug);
  rows.platform.push({
    id,
    allianceId: tenant,
    name,
    hostId: host ? organizationId(host) : null,
    synthetic: name.startsWith("示例"),
    stateSince: REGISTERED_AT,
    createdAt: REGISTERED_AT,
    ...more,
  });
  rows.platformParty.push(
    ...parties.map(([key, role, duty]) => ({
      id: idOf("platform-party", `${slug}/${name}/${key}`),
      allianceId: tenant,
      platformId: id,
      organizationId: organizationId(key),
      role,
      duty: duty ?? null,
      state: "confirmed" as const,
    })),
  );
  return id;
}

type Agreement = Omit<Prisma.AgreementCreateManyInput, "id" | "allianceId" | "title">;

/** An agreement, sealed by all its parties on its day. */
export function addAgreement(
  rows: CollegeRows,
  slug: string,
  title: string,
  given: Agreement & { parties: readonly string[]; sealed?: boolean },
): string {
  const { parties, sealed = true, ...more } = given;
  const id = idOf("agreement", `${slug}/${title}`);
  const tenant = allianceId(slug);
  rows.agreement.push({
    id,
    allianceId: tenant,
    title,
    synthetic: true,
    stateSince: REGISTERED_AT,
    createdAt: REGISTERED_AT,
    ...more,
  });
  rows.agreementParty.push(
    ...parties.map((key) => ({
      id: idOf("agreement-party", `${slug}/${title}/${key}`),
      allianceId: tenant,
      agreementId: id,
      organizationId: organizationId(key),
      sealedOn: sealed ? (more.signedOn ?? dateOf("2024-01-08")) : null,
    })),
  );
  return id;
}

import { dateOf } from "@/lib/kernel/dates";
import type { RoleName } from "@/prisma/generated/enums";
import { idOf, range, two } from "./ids";
import { organizationId, REGISTERED_AT } from "./organizations";
import type { DemoRows } from "./rows";

export const personId = (key: string): string => idOf("person", key);
export const userId = (email: string): string => idOf("user", email);
export const allianceId = (slug: string): string => idOf("alliance", slug);

/** Every person of the demonstration is visibly synthetic; none is somebody. */
export const personRow = (key: string, name: string, title?: string) => ({
  id: personId(key),
  name,
  title: title ?? null,
  synthetic: true,
  createdAt: REGISTERED_AT,
});

type Grant = { role: RoleName; alliance?: string; organization?: string };
type Account = { email: string; person: string; title?: string; grants: Grant[] };

const SUZHOU = "suzhou-robotics";
/** Units that the delegates 01 to 12 speak for; seats and accounts agree on it. */
export const delegateUnits: readonly string[] = [
  "svu",
  "inovance",
  "government-01",
  "government-02",
  "institute-01",
  "enterprise-001",
  "enterprise-002",
  "enterprise-003",
  "enterprise-041",
  "enterprise-071",
  "college-01",
  "association-01",
];

const suzhou = (role: RoleName, organization?: string): Grant => ({
  role,
  alliance: SUZHOU,
  ...(organization && { organization }),
});

const suzhouAccounts: Account[] = [
  { email: "secretariat@suzhou.example", person: "示例秘书 01", grants: [suzhou("secretariat")] },
  { email: "finance@suzhou.example", person: "示例财务 01", grants: [suzhou("secretariat")] },
  {
    email: "chair@suzhou.example",
    person: "示例理事长",
    grants: [suzhou("chair", "district"), suzhou("delegate", "district")],
  },
  ...delegateUnits.map((unit, index) => ({
    email: `delegate${two(index + 1)}@suzhou.example`,
    person: `示例代表 ${two(index + 1)}`,
    grants: [suzhou("delegate", unit)],
  })),
  { email: "supervisor@suzhou.example", person: "示例监事 01", grants: [suzhou("supervisor")] },
  ...range(1, 5).map((n) => ({
    email: `expert${two(n)}@suzhou.example`,
    person: `示例专家 ${two(n)}`,
    grants: [suzhou("expert")],
  })),
  {
    email: "leader@svu.example",
    person: "示例校领导 01",
    grants: [suzhou("school_leader", "svu")],
  },
  { email: "reporter@svu.example", person: "示例填报员 01", grants: [suzhou("reporter", "svu")] },
  {
    email: "enterprise@inovance.example",
    person: "示例联系人 01",
    grants: [suzhou("enterprise_contact", "inovance")],
  },
  {
    email: "enterprise@sample017.example",
    person: "示例联系人 02",
    grants: [suzhou("enterprise_contact", "enterprise-017")],
  },
  {
    email: "park@wuzhong.example",
    person: "示例观察员 01",
    grants: [suzhou("observer", "wuzhong")],
  },
];

/** The accounts of the contract; the Chongqing ones hold their role in each alliance named. */
function accounts(chongqing: readonly string[], ofElectronic: readonly string[]): Account[] {
  return [
    {
      email: "admin@demo.example",
      person: "示例平台管理员",
      grants: [{ role: "platform_admin" }],
    },
    ...suzhouAccounts,
    {
      email: "secretariat@chongqing.example",
      person: "示例秘书 02",
      grants: chongqing.map((alliance) => ({ role: "secretariat", alliance })),
    },
    {
      email: "leader@cqcet.example",
      person: "示例校领导 02",
      grants: ofElectronic.map((alliance) => ({
        role: "school_leader",
        alliance,
        organization: "cqcet",
      })),
    },
    // Whose school's 147 patents stand on the dashboard of the western base: the papers are for those who claim them.
    {
      email: "leader@cqcvc.example",
      person: "示例校领导 03",
      grants: [
        { role: "school_leader", alliance: "western-vocational-base", organization: "cqcvc" },
      ],
    },
  ];
}

const ADMIN = "admin@demo.example";

/**
 * @param chongqing slugs of the alliances whose secretariat signs in
 * @param ofElectronic slugs of those that 重庆电子科技职业大学 belongs to
 */
export function peopleRows(
  passwordHash: string,
  chongqing: readonly string[],
  ofElectronic: readonly string[],
): Partial<DemoRows> {
  const all = accounts(chongqing, ofElectronic);
  return {
    person: all.map(({ email, person, title }) => personRow(email, person, title)),
    user: all.map(({ email }) => ({
      id: userId(email),
      personId: personId(email),
      email,
      passwordHash,
      createdAt: REGISTERED_AT,
    })),
    roleGrant: all.flatMap(({ email, grants }) => grants.map((grant) => grantRow(email, grant))),
  };
}

const grantRow = (email: string, { role, alliance, organization }: Grant) => ({
  id: idOf("role-grant", [email, role, alliance, organization].join("/")),
  userId: userId(email),
  role,
  allianceId: alliance ? allianceId(alliance) : null,
  organizationId: organization ? organizationId(organization) : null,
  validFrom: dateOf("2023-10-01"),
  grantedById: email === ADMIN ? null : userId(ADMIN),
  createdAt: REGISTERED_AT,
});

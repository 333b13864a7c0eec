import type { Tx } from "@/lib/platform/db/transaction";
import { idOf } from "../ids";
import { REGISTERED_AT } from "../organizations";
import { allianceId } from "../people";
import { SUZHOU } from "../suzhou/members";
import { caseColleges, STRATEGIC_YEAR } from "./cases";
import { chongqingColleges } from "./chongqing";
import { CASES, casesAlliance, collegeOrganizationRows } from "./organizations";
import { CHANGCHUN, writeParks } from "./parks";
import { addPlatform, noRows } from "./rows";
import { masterStudio, writeLadder, writePromotions } from "./studio";
import { AGREEMENT_YEAR, suzhouColleges, TRAINING_YEAR, writeBoard, writeSuzhou } from "./suzhou";

/** The school of the practice base is a member of nothing; the text does not name it. */
const practiceBase = {
  kind: "practice_base",
  host: "changchun-school",
  state: "building",
  summary: "来源：长春一所高校 2022-04-03 新闻；2021年12月15日获批，学校名称来源未载明。",
} as const;

async function writeOrganizations(tx: Tx) {
  const rows = collegeOrganizationRows();
  await tx.organization.createMany({ data: rows.organization ?? [] });
  await tx.organizationName.createMany({ data: rows.organizationName ?? [] });
  await tx.memberInstitution.createMany({ data: rows.memberInstitution ?? [] });
  await tx.enterprise.createMany({ data: rows.enterprise ?? [] });
  await tx.enterpriseTag.createMany({ data: rows.enterpriseTag ?? [] });
  await tx.industrialPark.createMany({ data: rows.industrialPark });
  await tx.alliance.create({
    data: { ...casesAlliance, publishedAt: REGISTERED_AT, createdAt: REGISTERED_AT },
  });
}

/** Series of numbers stand at the highest that was given. */
const writeCounters = (tx: Tx, rows: ReturnType<typeof noRows>) =>
  tx.counter.createMany({
    data: (
      [
        [CASES, STRATEGIC_YEAR],
        [SUZHOU, AGREEMENT_YEAR],
        [SUZHOU, TRAINING_YEAR],
      ] as const
    ).map(([slug, year]) => ({
      allianceId: allianceId(slug),
      series: "agreement",
      year,
      value: rows.agreement.filter(
        (one) => one.allianceId === allianceId(slug) && one.codeYear === year,
      ).length,
    })),
  });

/** Named colleges, platforms, studios and pairings of the texts, and synthetic ones where a text gives a number only. */
export async function writeColleges(tx: Tx, today: string): Promise<void> {
  await writeOrganizations(tx);
  await writeBoard(tx);
  const rows = noRows();
  chongqingColleges(rows);
  caseColleges(rows);
  suzhouColleges(rows, today);
  masterStudio(rows);
  addPlatform(rows, CASES, CHANGCHUN, practiceBase);
  await tx.college.createMany({ data: rows.college });
  await tx.collegeParty.createMany({ data: rows.collegeParty });
  await tx.platform.createMany({ data: rows.platform });
  await writeLadder(tx);
  await writePromotions(tx);
  await tx.platformParty.createMany({ data: rows.platformParty });
  await tx.agreement.createMany({ data: rows.agreement });
  await tx.agreementParty.createMany({ data: rows.agreementParty });
  await writeCounters(tx, rows);
  await writeSuzhou(tx, today);
  await writeParks(tx, today);
  await tx.collegeEvent.createMany({
    data: rows.college.map(({ id = "", allianceId: tenant, state }) => ({
      id: idOf("college-event", id),
      allianceId: tenant,
      collegeId: id,
      state: state ?? "operating",
      on: REGISTERED_AT,
      createdAt: REGISTERED_AT,
    })),
  });
}

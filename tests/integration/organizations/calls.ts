import { dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { createUserWithRole } from "@/prisma/seed/factories/basics";
import { createStoredFile } from "@/prisma/seed/factories/governance";
import { addOrganization } from "./scene";

let serial = 0;

/** A call that takes bids until tomorrow. */
export function createBiddingCall(db: Tx, allianceId: string, posterId: string) {
  serial += 1;
  return db.call.create({
    data: {
      ...{ allianceId, posterId, title: "示例榜单", problem: "示例难题", pain: "hard" },
      ...{ ipWish: "shared", budget: "500000.00", moneySource: "示例：企业自筹" },
      ...{ neededOn: dateOf("2030-01-01"), state: "bidding" },
      ...{ codeYear: 2026, codeNumber: serial, publishedAt: new Date() },
      closesAt: new Date(Date.now() + 86_400_000),
    },
  });
}

/** What living lists, calls and their sealed bids say of an organization. */
export async function hangCallsOn(db: Tx, allianceId: string, organizationId: string) {
  const own = { allianceId, organizationId };
  await db.livingListItem.create({
    data: {
      ...own,
      ...{ kind: "product", title: "示例产品", detail: "示例", stewardName: "示例责任人" },
      confirmedOn: dateOf("2026-01-01"),
      expiresOn: dateOf("2026-07-01"),
    },
  });
  await createBiddingCall(db, allianceId, organizationId);
  const other = await addOrganization(db, "示例发榜企业");
  const call = await createBiddingCall(db, allianceId, other.id);
  const { user } = await createUserWithRole(db, { role: "enterprise_contact", ...own });
  const handed = { ...own, callId: call.id };
  await db.bid.create({
    data: {
      ...handed,
      ...{ round: 1, sealed: new Uint8Array([1]), sha256: "1".repeat(64) },
      submittedAt: new Date(),
    },
  });
  await db.bidFile.create({
    data: {
      ...handed,
      fileId: (await createStoredFile(db, { allianceId })).id,
      uploadedById: user.id,
    },
  });
  await db.callUndertaking.create({ data: { ...handed, signedById: user.id, text: "示例承诺" } });
}

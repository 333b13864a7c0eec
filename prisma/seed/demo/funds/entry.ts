import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import { at } from "../days";
import { idOf } from "../ids";
import { userId } from "../people";
import type { DemoRows } from "../rows";
import { SUZHOU, suzhouId } from "../suzhou/members";

export type EntryRow = DemoRows["fundEntry"][number];

/** Who writes, who checks and posts, who approves, and who approves large amounts besides. */
export const hands = {
  author: userId("secretariat@suzhou.example"),
  checker: userId("finance@suzhou.example"),
  approver: userId("chair@suzhou.example"),
  second: userId("supervisor@suzhou.example"),
};

export const entryId = (voucher: string): string => idOf("fund-receipt", `${SUZHOU}/${voucher}`);

/** What every sample entry has, under the number of its voucher. */
export const entryBase = (voucher: string) => ({
  id: entryId(voucher),
  allianceId: suzhouId,
  voucherNo: `示例凭证 ${voucher}`,
  enteredById: hands.author,
  synthetic: true,
});

/** From half a million on two persons approve. */
const LARGE = 500_000n;

export const checkedOn = (day: Day) => ({
  checkedById: hands.checker,
  checkedAt: at(addDays(day, 2)),
});

export const approvedOn = (day: Day, yuan: bigint) => ({
  ...checkedOn(day),
  approvedById: hands.approver,
  approvedAt: at(addDays(day, 3), "09:00"),
  ...(yuan >= LARGE && {
    secondApprovedById: hands.second,
    secondApprovedAt: at(addDays(day, 3), "10:00"),
  }),
});

/** Checked, approved and posted within three days after its day. */
export const posted = (day: Day, yuan: bigint) => ({
  happenedOn: dateOf(day),
  createdAt: at(addDays(day, 1)),
  state: "posted" as const,
  ...approvedOn(day, yuan),
  postedById: hands.checker,
  postedAt: at(addDays(day, 3), "15:00"),
});

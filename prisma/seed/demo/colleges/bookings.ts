import { addDays } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId, REGISTERED_AT } from "../organizations";
import { userId } from "../people";
import { SUZHOU, suzhouId } from "../suzhou/members";

const secretary = userId("secretariat@suzhou.example");
const contact = userId("enterprise@inovance.example");
const key = (table: string, name: string) => idOf(table, `${SUZHOU}/${name}`);

const machines = [
  {
    name: "示例六轴机器人测试台",
    count: 2,
    value: "860000.00",
    openHours: "示例：工作日 9:00–17:00",
  },
  {
    name: "示例三坐标测量机",
    count: 1,
    value: "1200000.00",
    openHours: "示例：每周二、四，提前两天预约",
  },
  { name: "示例内部调试工位", count: 4, value: "160000.00", openHours: null },
] as const;

/** Shared equipment of one synthetic platform: one booking approved, one that waits for its host, one refused. */
export async function writeBookings(tx: Tx, today: string): Promise<void> {
  const platformId = key("platform", "research-01");
  await tx.platformEquipment.createMany({
    data: machines.map((one) => ({
      ...one,
      id: key("platform-equipment", one.name),
      allianceId: suzhouId,
      platformId,
    })),
  });
  const booking = (name: string, machine: number, ahead: number, purpose: string) => ({
    id: key("equipment-booking", name),
    allianceId: suzhouId,
    equipmentId: key("platform-equipment", machines[machine]?.name ?? ""),
    piece: 1,
    organizationId: organizationId("inovance"),
    startsAt: at(addDays(today, ahead), "09:00"),
    endsAt: at(addDays(today, ahead), "16:30"),
    purpose,
    requestedById: contact,
    createdAt: REGISTERED_AT,
  });
  const decided = { decidedById: secretary, decidedAt: REGISTERED_AT };
  await tx.equipmentBooking.createMany({
    data: [
      { ...booking("approved", 0, 3, "示例：关节温升测试"), ...decided, state: "approved" },
      { ...booking("waiting", 1, 5, "示例：壳体尺寸复测"), state: "requested" },
      {
        ...booking("refused", 1, 8, "示例：批量检验"),
        ...decided,
        state: "rejected",
        reason: "示例：当日设备检定，请改约。",
      },
    ],
  });
}

import { sourceNames, templateParts } from "@/lib/features/platforms/rules/template";
import { dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { idOf, range, three, two } from "../ids";
import { organizationId, REGISTERED_AT } from "../organizations";
import { allianceId } from "../people";
import { CASES, WESTERN } from "./organizations";
import { platformId } from "./rows";

export const CHANGCHUN = "校企协同就业创业创新示范实践基地";

const parks = ["xiyong", "wenjiang", ...range(3, 12).map((n) => `served-park-${two(n)}`)];

/** 12 parks of two provinces (S000-25), one second-level college each; the text names two parks and no college. */
async function writePairings(tx: Tx) {
  const own = { allianceId: allianceId(WESTERN) };
  const pairings = parks.map((key, index) => ({
    ...own,
    id: idOf("pairing", key),
    schoolId: organizationId("cqcet"),
    unit: `示例二级学院 ${two(index + 1)}`,
    parkId: organizationId(key),
    validFrom: dateOf("2024-01-01"),
    note: "来源：华龙网 2024-10-17“一院一园”；二级学院与日期为示例。",
    synthetic: true,
  }));
  await tx.parkPairing.createMany({ data: pairings });
  await tx.pairingVisit.createMany({
    data: pairings.slice(0, 4).map(({ id }, index) => ({
      ...own,
      id: idOf("pairing-visit", id),
      pairingId: id,
      on: dateOf(`2026-0${index + 5}-18`),
      people: 3 + index,
      result: "示例：走访园区企业，收集技术需求。",
      createdAt: REGISTERED_AT,
    })),
  });
}

const path = ["applied", "matched", "dispatched", "midterm", "appraised", "withdrawn"] as const;

/** The plan of a hundred doctors (S000-24), one placement in each state; people are references. */
async function writePlacements(tx: Tx, today: string) {
  const own = { allianceId: allianceId(WESTERN) };
  const callId = idOf("placement-call", "hundred-doctors");
  await tx.placementCall.create({
    data: {
      ...own,
      id: callId,
      title: "百名博士进园区计划",
      createdAt: REGISTERED_AT,
      target: 100,
      opensOn: dateOf("2024-01-01"),
      closesOn: dateOf(`${Number(today.slice(0, 4)) + 1}-12-31`),
    },
  });
  await tx.placement.createMany({
    data: path.map((state, index) => {
      const isMatched = state !== "applied" && state !== "withdrawn";
      const isSent = isMatched && state !== "matched";
      return {
        ...own,
        id: idOf("placement", three(index + 1)),
        callId,
        schoolId: organizationId("cqcet"),
        reference: `示例博士 ${three(index + 1)}`,
        field: "示例专业方向",
        state,
        stateSince: REGISTERED_AT,
        createdAt: REGISTERED_AT,
        ...(isMatched && {
          hostId: organizationId(parks[index] ?? "xiyong"),
          task: "示例：协助解决工艺问题",
        }),
        ...(isSent && { startsOn: dateOf("2026-03-01"), endsOn: dateOf("2027-02-28") }),
        ...((state === "midterm" || state === "appraised") && { midterm: "示例：按计划进行" }),
        ...(state === "appraised" && { result: "示例：任务完成" }),
        synthetic: true,
      };
    }),
  });
}

/** S004-2, S004-5: approved on 2021-12-15; ten places, nine of them named in the text. */
async function writePracticeBase(tx: Tx) {
  const own = { allianceId: allianceId(CASES), platformId: platformId(CASES, CHANGCHUN) };
  await tx.platformEvent.create({
    data: {
      ...own,
      id: idOf("platform-event", "changchun/approved"),
      state: "approved",
      on: dateOf("2021-12-15"),
      createdAt: REGISTERED_AT,
      note: "工业和信息化部中小企业发展促进中心批准（来源 2022-04-03）",
    },
  });
  await tx.platformComponent.createMany({
    data: templateParts.map(({ kind, ordinal, name }) => ({
      ...own,
      id: idOf("platform-component", `${kind}/${ordinal}`),
      kind,
      ordinal,
      name: name && sourceNames[name],
      state: name ? ("building" as const) : ("open" as const),
      ownerId: name ? organizationId("changchun-school") : null,
    })),
  });
}

export async function writeParks(tx: Tx, today: string): Promise<void> {
  await writePairings(tx);
  await writePlacements(tx, today);
  await writePracticeBase(tx);
}

import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import type { SeatPosition } from "@/prisma/generated/enums";
import { idOf, range, two } from "../ids";
import { delegateUnits, personId, personRow } from "../people";
import type { DemoRows } from "../rows";
import { bodyId } from "./bodies";
import { councilUnits, membershipId, SUZHOU, suzhouId } from "./members";

/** First term: from the admission of the members, five years. */
const TERM = { startsOn: "2023-10-01", endsOn: "2028-09-30" } as const;

export const seatId = (body: string, number: number): string =>
  idOf("seat", `${SUZHOU}/${body}/${number}`);
const termId = (body: string) => idOf("term", `${SUZHOU}/${body}/1`);
export const supervisorsTerm = { id: termId("supervisors"), endsOn: TERM.endsOn } as const;

/** The 31 unit seats of the council, in the order of S003-8. */
export const councilSeats: readonly { unit: string; position: SeatPosition }[] = [
  { unit: "district", position: "chair" },
  ...["wuzhong", "svu", "inovance"].map((unit) => ({ unit, position: "exec_chair" as const })),
  ...[
    "suzhou-education",
    "suzhou-ndrc",
    "government-01",
    "government-02",
    "government-03",
    "government-04",
  ].map((unit) => ({ unit, position: "vice_chair" as const })),
  ...councilUnits.map((unit) => ({ unit, position: "member" as const })),
];

/** Units whose seat has no account: their delegates are numbered on from 13. */
const further = councilSeats
  .map(({ unit }) => unit)
  .filter((unit) => unit !== "district" && !delegateUnits.includes(unit));

/** Key and name of the person in a unit's seat. */
export function delegateOf(unit: string): { key: string; name: string } {
  if (unit === "district") return { key: "chair@suzhou.example", name: "示例理事长" };
  const withAccount = delegateUnits.indexOf(unit) + 1;
  if (withAccount > 0) {
    return {
      key: `delegate${two(withAccount)}@suzhou.example`,
      name: `示例代表 ${two(withAccount)}`,
    };
  }
  const n = two(further.indexOf(unit) + 1 + delegateUnits.length);
  return { key: `delegate-${n}`, name: `示例代表 ${n}` };
}

const days = { validFrom: dateOf(TERM.startsOn) };

/** Terms, seats, who holds them, and the representatives of the units. */
export function suzhouCouncilRows(today: Day): Partial<DemoRows> {
  return {
    person: further.map((unit) => {
      const { key, name } = delegateOf(unit);
      return personRow(key, name, "理事代表");
    }),
    term: ["council", "supervisors", "experts"].map((body) => ({
      id: termId(body),
      allianceId: suzhouId,
      bodyId: bodyId(body),
      ordinal: 1,
      startsOn: dateOf(TERM.startsOn),
      // The experts' term runs out within the year, so that the radar has something to say.
      endsOn: dateOf(body === "experts" ? addDays(today, EXPERTS_LEFT) : TERM.endsOn),
    })),
    seat: [
      ...councilSeats.map(({ position }, index) => ({
        ...seatRow("council", index + 1),
        basis: "unit" as const,
        position,
      })),
      ...range(1, 3).map((n) => ({ ...seatRow("supervisors", n), basis: "elected" as const })),
      ...range(1, 5).map((n) => ({ ...seatRow("experts", n), basis: "appointed" as const })),
      ...guidanceOffices.map((officeTitle, index) => ({
        ...seatRow("guidance", index + 1),
        basis: "ex_officio" as const,
        officeTitle,
        voting: false,
      })),
    ],
    seatHolding: [
      ...councilSeats.map(({ unit }, index) => ({
        ...holdingRow("council", index + 1),
        membershipId: membershipId(SUZHOU, unit),
        personId: personId(delegateOf(unit).key),
      })),
      { ...holdingRow("supervisors", 1), personId: personId("supervisor@suzhou.example") },
      ...range(1, 5).map((n) => ({
        ...holdingRow("experts", n),
        personId: personId(`expert${two(n)}@suzhou.example`),
      })),
    ],
    seatDelegate: delegateRows(today),
    compositionRule: compositionRows(),
    representative: representativeRows(today),
  };
}

/** S003-5: seats that follow an office; who holds it the source does not say. */
const guidanceOffices = [
  "市政府分管领导",
  "教育局分管领导",
  "工信局分管领导",
  "发改委分管领导",
  "人社局分管领导",
  "科技局分管领导",
];

const seatRow = (body: string, number: number) => ({
  id: seatId(body, number),
  allianceId: suzhouId,
  bodyId: bodyId(body),
  number,
});

const holdingRow = (body: string, number: number) => ({
  id: idOf("seat-holding", `${SUZHOU}/${body}/${number}/1`),
  allianceId: suzhouId,
  seatId: seatId(body, number),
  termId: termId(body),
  ...days,
});

/** Days that the experts' term has left when the demonstration is loaded. */
const EXPERTS_LEFT = 240;

/** The people with an account act in their unit's seat by letter: the chair and the twelve delegates. */
function delegateRows(today: Day): DemoRows["seatDelegate"] {
  const acting = councilSeats.flatMap(({ unit }, index) =>
    unit === "district" || delegateUnits.includes(unit) ? [{ unit, number: index + 1 }] : [],
  );
  const row = (number: number, person: string, kind: "principal" | "alternate") => ({
    id: idOf("seat-delegate", `${SUZHOU}/council/${number}/${kind}/1`),
    allianceId: suzhouId,
    holdingId: holdingRow("council", number).id,
    personId: personId(person),
    kind,
    ...days,
  });
  return [
    ...acting.map(({ unit, number }) => ({
      ...row(number, delegateOf(unit).key, "principal"),
      letterUntil: dateOf(TERM.endsOn),
    })),
    // Two units have somebody who can stand in; one of the letters runs out soon.
    ...acting.slice(1, 3).map(({ number }, index) => ({
      ...row(number, STAND_INS[index] ?? "", "alternate"),
      letterUntil: dateOf(index === 0 ? addDays(today, 45) : TERM.endsOn),
    })),
  ];
}

/** The vocational university's reporter and the enterprise's contact stand in for their units. */
const STAND_INS = ["reporter@svu.example", "enterprise@inovance.example"];

/** Examples of what a charter may ask; no source names such rules for this council. */
const compositionRows = (): DemoRows["compositionRule"] => [
  {
    ...compositionRow("enterprises"),
    kind: "kinds_at_least",
    kinds: ["enterprise"],
    num: 40,
    den: 100,
  },
  { ...compositionRow("odd"), kind: "odd", kinds: [] },
  { ...compositionRow("third"), kind: "members_at_most", kinds: [], num: 1, den: 3 },
];

const compositionRow = (key: string) => ({
  id: idOf("composition-rule", `${SUZHOU}/council/${key}`),
  allianceId: suzhouId,
  bodyId: bodyId("council"),
  articleRef: "示例章程：理事会组成",
  validFrom: dateOf(TERM.startsOn),
});

/** The unit whose letter of authority runs out within a month. */
const EXPIRING = "enterprise-042";

/** Every council unit has its authorised person; three units also have the contact or reporter that signs in. */
function representativeRows(today: Day): DemoRows["representative"] {
  const row = (
    unit: string,
    person: string,
    kind: "authorised" | "contact" | "reporter" | "legal",
  ) => ({
    id: idOf("representative", `${SUZHOU}/${unit}/${kind}/1`),
    allianceId: suzhouId,
    membershipId: membershipId(SUZHOU, unit),
    personId: personId(person),
    kind,
    ...days,
  });
  return [
    ...councilSeats.map(({ unit }) => ({
      ...row(unit, delegateOf(unit).key, "authorised"),
      letterUntil: dateOf(unit === EXPIRING ? addDays(today, 30) : TERM.endsOn),
    })),
    row("inovance", "enterprise@inovance.example", "contact"),
    row("enterprise-017", "enterprise@sample017.example", "contact"),
    row("svu", "reporter@svu.example", "reporter"),
  ];
}

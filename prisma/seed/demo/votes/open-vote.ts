import { ruleOptions } from "@/lib/features/bodies/schema/roster";
import type { ElectorLine } from "@/lib/features/meetings/types";
import { votersByMail } from "@/lib/features/votes/rules/snapshot";
import type { Opening } from "@/lib/features/votes/types";
import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import { asJson, canonicalJson } from "@/lib/kernel/json";
import { at } from "../days";
import { idOf, sha256 } from "../ids";
import { organizationId } from "../organizations";
import { delegateUnits, personId, userId } from "../people";
import type { DemoRows } from "../rows";
import { bodyId } from "../suzhou/bodies";
import { councilSeats, delegateOf, seatId } from "../suzhou/council";
import { membersByKey, membershipId, SUZHOU, suzhouId } from "../suzhou/members";
import { mailOptions, ruleInForce } from "../suzhou/rule-sets";

/*
 * A correspondence vote of the council that is open for ninety days from loading: the twelve delegates with accounts can
 * vote, but the one whose unit supplies what is voted on.
 */
const meetingId = idOf("meeting", `${SUZHOU}/by-post`);
const itemId = idOf("agenda-item", `${SUZHOU}/by-post/1`);
const voteId = idOf("vote", `${SUZHOU}/by-post/1/1`);
const secretariat = userId("secretariat@suzhou.example");

const TITLE = "示例：关于委托示例企业 020 承担公共实训平台运维的方案";
const TEXT =
  "同意委托示例企业 020 承担公共实训平台一年期运维，费用在年度预算内列支，由秘书处按季度向理事会报告。";
/** The unit that declared its interest: delegate 06. */
const RECUSED = delegateUnits[5];

const lines: ElectorLine[] = councilSeats.map(({ unit, position }, index) => ({
  seatId: seatId("council", index + 1),
  number: index + 1,
  position,
  voting: true,
  eligible: true,
  holderName: `${membersByKey.get(unit)?.name} · ${delegateOf(unit).name}`,
  membershipId: membershipId(SUZHOU, unit),
  organizationId: organizationId(unit),
  organizationKind: null,
  personId: personId(delegateOf(unit).key),
  present: null,
  recused: unit === RECUSED,
  proxyTo: null,
  instruction: null,
}));

const seats = { all: lines.length, filled: lines.length, eligible: lines.length };

function openingOf(openedAt: Date, closesAt: Date): Opening {
  return {
    at: openedAt.toISOString(),
    text: TEXT,
    method: "named",
    mail: true,
    closesAt: closesAt.toISOString(),
    round: 1,
    rule: { ...ruleInForce("ordinary"), options: ruleOptions.parse(mailOptions) },
    seats,
    lines,
    voters: votersByMail(lines),
  };
}

export function suzhouOpenVoteRows(today: Day): Partial<DemoRows> {
  const openedAt = at(today, "00:00");
  const closesAt = at(addDays(today, 90), "23:59");
  const opening = openingOf(openedAt, closesAt);
  return {
    meeting: [meetingRow(openedAt, closesAt)],
    meetingSeat: lines.map((line) => seatRow(line, openedAt)),
    agendaItem: [
      {
        id: itemId,
        allianceId: suzhouId,
        meetingId,
        sortOrder: 1,
        title: TITLE,
        matter: "ordinary",
        state: "open",
        explanation: "示例说明：现有运维到期，拟按询价结果委托，回避单位不参加表决。",
      },
    ],
    ...conflictRows(today, openedAt),
    vote: [voteRow(opening, openedAt, closesAt)],
    voteElector: opening.voters.map((voter) => ({ allianceId: suzhouId, voteId, ...voter })),
  };
}

const meetingRow = (openedAt: Date, closesAt: Date): DemoRows["meeting"][number] => ({
  id: meetingId,
  allianceId: suzhouId,
  bodyId: bodyId("council"),
  title: "示例：理事会通讯表决",
  mode: "correspondence",
  kind: "extraordinary",
  state: "open",
  scheduledAt: openedAt,
  noticedAt: openedAt,
  openedAt,
  repliesUntil: closesAt,
  seatsAll: seats.all,
  seatsFilled: seats.filled,
  chairSeatId: seatId("council", 1),
  currentItemId: itemId,
  createdAt: openedAt,
});

const seatRow = (line: ElectorLine, frozenAt: Date): DemoRows["meetingSeat"][number] => ({
  allianceId: suzhouId,
  meetingId,
  seatId: line.seatId,
  number: line.number,
  position: councilSeats[line.number - 1]?.position ?? "member",
  voting: true,
  eligible: true,
  holderName: line.holderName,
  membershipId: line.membershipId,
  organizationId: line.organizationId,
  personId: line.personId,
  personName: delegateOf(councilSeats[line.number - 1]?.unit ?? "").name,
  deliveredAt: frozenAt,
  frozenAt,
});

function conflictRows(today: Day, since: Date): Pick<DemoRows, "interest" | "recusal"> {
  const line = lines.find(({ recused }) => recused);
  if (!line?.organizationId) throw new Error("nobody is recused");
  return {
    interest: [
      {
        id: idOf("interest", `${SUZHOU}/by-post`),
        allianceId: suzhouId,
        kind: "supplier",
        organizationId: line.organizationId,
        counterpartId: organizationId("enterprise-020"),
        note: "示例：供货关系",
        declaredById: userId("delegate06@suzhou.example"),
        validFrom: dateOf(addDays(today, -30)),
      },
    ],
    recusal: [
      {
        id: idOf("recusal", `${SUZHOU}/by-post`),
        allianceId: suzhouId,
        itemId,
        seatId: line.seatId,
        state: "declared",
        source: "register",
        reason: "示例：本单位向示例企业 020 供货",
        declaredById: userId("delegate06@suzhou.example"),
        stateSince: since,
      },
    ],
  };
}

const voteRow = (opening: Opening, openedAt: Date, closesAt: Date): DemoRows["vote"][number] => ({
  id: voteId,
  allianceId: suzhouId,
  itemId,
  text: TEXT,
  matter: "ordinary",
  method: "named",
  state: "open",
  ruleSetId: opening.rule.id,
  openedAt,
  closesAt,
  opening: asJson(opening),
  openingHash: sha256(canonicalJson(opening)),
  openedById: secretariat,
  createdAt: openedAt,
});

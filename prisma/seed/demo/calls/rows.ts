import { afterWorkingDays } from "@/lib/features/calls/rules/working-days";
import type { BidContent } from "@/lib/features/calls/schema/bids";
import type { CallEventKind } from "@/lib/features/calls/types";
import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import { at } from "../days";
import { idOf, sha256 } from "../ids";
import { organizationId } from "../organizations";
import { personId, userId } from "../people";
import type { DemoRows } from "../rows";
import { SUZHOU, suzhouId } from "../suzhou/members";
import { projectId } from "../suzhou/projects";
import { listItemId } from "./lists";
import { type BidPlan, type CallPlan, callPlansOn } from "./plans";

const secretary = userId("secretariat@suzhou.example");
const supervisor = userId("supervisor@suzhou.example");
const contact = userId("enterprise@sample017.example");
const experts = ["expert01@suzhou.example", "expert02@suzhou.example", "expert03@suzhou.example"];

const key = (plan: CallPlan, more = "") => `${SUZHOU}/${plan.key}${more && `/${more}`}`;
export const callId = (plan: CallPlan): string => idOf("call", key(plan));
const bidId = (plan: CallPlan, bid: BidPlan): string => idOf("bid", key(plan, bid.unit));
const criterionId = (plan: CallPlan, order: number): string =>
  idOf("call-criterion", key(plan, String(order)));
const expertId = (plan: CallPlan, stage: string, order: number): string =>
  idOf("call-expert", key(plan, `${stage}/${order}`));

const criteria = [
  ["技术方案", 60],
  ["可行性与报价", 40],
] as const;

const agreedOn = (plan: CallPlan): Day => addDays(plan.published ?? plan.posted, -1);
const openedOn = (plan: CallPlan): Day => addDays(plan.closes ?? plan.posted, 1);
const noticeUntil = (plan: CallPlan): Day => afterWorkingDays(plan.notice ?? plan.posted, 5);

/** Bids by the sums of their points, as the evaluation ranks them. */
const rankOf = (plan: CallPlan, bid: BidPlan): number => {
  const sum = ({ points }: BidPlan) => points.reduce((total, one) => total + one, 0);
  return 1 + (plan.bids ?? []).filter((other) => sum(other) > sum(bid)).length;
};

/** The winner: the best rank, but where the reason names the second. */
const chosen = (plan: CallPlan): BidPlan | undefined => {
  const wanted = plan.key === "contract" ? 2 : 1;
  return plan.choice ? plan.bids?.find((bid) => rankOf(plan, bid) === wanted) : undefined;
};

/** Numbers run through each year in the order of publication (I-24). */
function codesOf(plans: readonly CallPlan[]): Map<string, { year: number; number: number }> {
  const last = new Map<number, number>();
  const dated = plans.flatMap(({ key: name, published }) =>
    published ? [{ name, published }] : [],
  );
  return new Map(
    dated
      .sort((a, b) => (a.published < b.published ? -1 : 1))
      .map(({ name, published }) => {
        const year = Number(published.slice(0, 4));
        const number = (last.get(year) ?? 0) + 1;
        last.set(year, number);
        return [name, { year, number }];
      }),
  );
}

/** The enterprise signs the acceptance first, the panel second. */
const signedStates: readonly CallPlan["state"][] = ["accepting", "accepted", "archived"];
const acceptedStates: readonly CallPlan["state"][] = ["accepted", "archived"];
const signedOn = (plan: CallPlan): Day => addDays(plan.notice ?? plan.posted, 600);
const acceptedOn = (plan: CallPlan): Day => addDays(signedOn(plan), 10);

const since = (plan: CallPlan): Day => {
  if (acceptedStates.includes(plan.state)) return acceptedOn(plan);
  if (plan.state === "accepting") return signedOn(plan);
  if (plan.state === "executing" || plan.state === "contract") return addDays(noticeUntil(plan), 3);
  if (plan.notice) return plan.notice;
  return plan.bids ? openedOn(plan) : (plan.published ?? plan.posted);
};

function callRow(
  plan: CallPlan,
  code: { year: number; number: number } | undefined,
): DemoRows["call"][number] {
  const winner = chosen(plan);
  const begun = plan.bids !== undefined;
  const opened = begun && plan.state !== "closed";
  const signed = signedStates.includes(plan.state);
  const accepted = acceptedStates.includes(plan.state);
  return {
    id: callId(plan),
    allianceId: suzhouId,
    codeYear: code?.year ?? null,
    codeNumber: code?.number ?? null,
    posterId: organizationId(plan.unit),
    listItemId: plan.listItem ? listItemId(plan.listItem) : null,
    title: plan.title,
    publicTitle: plan.publicTitle ?? null,
    secrecy: plan.publicTitle ? "restricted" : "open",
    problem: plan.problem,
    pain: plan.pain,
    ipWish: plan.ip,
    budget: plan.budget,
    moneySource: "示例：企业自筹",
    neededOn: dateOf(addDays(plan.closes ?? plan.posted, 365)),
    state: plan.state,
    stateSince: at(since(plan)),
    stateReason: plan.reason ?? null,
    listVersion: plan.published || plan.state === "agreed" ? 1 : 0,
    publishedAt: plan.published ? at(plan.published) : null,
    closesAt: plan.closes ? at(plan.closes, "17:00") : null,
    agreedById: plan.published ? contact : null,
    agreedAt: plan.published ? at(agreedOn(plan)) : null,
    firstOpenerId: begun ? secretary : null,
    secondOpenerId: opened ? supervisor : null,
    openedAt: opened ? at(openedOn(plan)) : null,
    chosenBidId: winner ? bidId(plan, winner) : null,
    chosenById: winner ? contact : null,
    choiceReason: plan.choice ?? null,
    noticeFrom: plan.notice ? dateOf(plan.notice) : null,
    noticeUntil: plan.notice ? dateOf(noticeUntil(plan)) : null,
    contractNo: plan.project ? `示例合同 ${plan.key}` : null,
    contractAmount: plan.amount ?? null,
    contractOn: plan.project ? dateOf(addDays(noticeUntil(plan), 2)) : null,
    projectId: plan.project ? projectId(plan.project) : null,
    signedById: signed ? contact : null,
    signedAt: signed ? at(signedOn(plan)) : null,
    acceptedById: accepted ? secretary : null,
    acceptedAt: accepted ? at(acceptedOn(plan)) : null,
    createdById: contact,
    synthetic: true,
    createdAt: at(plan.posted),
  };
}

const contentOf = (plan: CallPlan, bid: BidPlan): BidContent => ({
  plan: `示例方案：针对“${plan.problem.replace("示例：", "")}”，先试验定参，再做样机，最后在现场验证。`,
  quote: bid.quote,
  milestones: [
    {
      title: "示例：方案与试验",
      dueOn: addDays(plan.closes ?? plan.posted, 120),
      deliverable: "示例：试验报告",
      share: 40,
    },
    {
      title: "示例：样机与验证",
      dueOn: addDays(plan.closes ?? plan.posted, 300),
      deliverable: "示例：样机与验证报告",
      share: 60,
    },
  ],
  leader: "示例负责人",
  team: "示例：团队由教师、工程师与学生组成。",
});

const isRanked = ({ state }: CallPlan): boolean => state !== "evaluation" && state !== "closed";

/** Points are the same for each criterion, so the weighted total of an expert is a hundred times them. */
const bidRows = (plan: CallPlan): DemoRows["bid"] =>
  (plan.bids ?? []).map((bid, index) => ({
    id: bidId(plan, bid),
    allianceId: suzhouId,
    callId: callId(plan),
    round: 1,
    organizationId: organizationId(bid.unit),
    sha256: sha256(key(plan, bid.unit)),
    submittedAt: at(addDays(plan.closes ?? plan.posted, -1), `1${index}:00`),
    content: contentOf(plan, bid),
    quote: bid.quote,
    ...(plan.state === "closed"
      ? { state: "sealed" as const }
      : { state: "opened" as const, letter: index + 1 }),
    ...(isRanked(plan) && {
      points: 100 * bid.points.reduce((sum, one) => sum + one, 0),
      judges: bid.points.length,
      rank: rankOf(plan, bid),
    }),
  }));

const scoreRows = (plan: CallPlan): DemoRows["bidScore"] =>
  (plan.bids ?? []).flatMap((bid) =>
    bid.points.flatMap((points, judge) =>
      criteria.map((_, order) => ({
        id: idOf("bid-score", key(plan, `${bid.unit}/${judge}/${order}`)),
        allianceId: suzhouId,
        bidId: bidId(plan, bid),
        expertId: expertId(plan, "bids", judge),
        criterionId: criterionId(plan, order),
        points,
        createdAt: at(addDays(openedOn(plan), 2)),
      })),
    ),
  );

const early = ["draft", "triage"] as const;
const hasOpinion = ({ state }: CallPlan): boolean =>
  !early.some((one) => one === state) && state !== "cancelled";

function expertRows(plan: CallPlan): DemoRows["callExpert"] {
  const row = (stage: "need" | "bids", order: number, day: Day, clear: boolean) => ({
    id: expertId(plan, stage, order),
    allianceId: suzhouId,
    callId: callId(plan),
    stage,
    personId: personId(experts[order] ?? ""),
    state: clear ? ("clear" as const) : ("assigned" as const),
    declaredAt: clear ? at(addDays(day, 1)) : null,
    assignedById: secretary,
    createdAt: at(day),
  });
  const need = hasOpinion(plan)
    ? [
        row("need", 0, addDays(plan.posted, 3), true),
        ...(plan.state === "expert_check" ? [row("need", 1, addDays(plan.posted, 3), false)] : []),
      ]
    : [];
  const bids =
    plan.bids && plan.state !== "closed"
      ? experts.map((_, order) => row("bids", order, openedOn(plan), true))
      : [];
  return [...need, ...bids];
}

const opinionRows = (plan: CallPlan): DemoRows["needOpinion"] =>
  hasOpinion(plan)
    ? [
        {
          expertId: expertId(plan, "need", 0),
          allianceId: suzhouId,
          pull: 85,
          basis: 78,
          technical: 80,
          financial: 72,
          necessary: true,
          novel: plan.pain === "bottleneck",
          feasible: true,
          beneficial: true,
          recommended: true,
          comment: "示例：需求真实，指标可测，建议发榜。",
          createdAt: at(addDays(plan.posted, 5)),
        },
      ]
    : [];

type Told = { kind: CallEventKind; on: Day; by: string; text?: string | undefined };

function historyOf(plan: CallPlan): Told[] {
  const told: Told[] = [
    { kind: plan.state === "draft" ? "created" : "submit", on: plan.posted, by: contact },
  ];
  const add = (kind: CallEventKind, on: Day, by: string, text?: string) =>
    told.push({ kind, on, by, text });
  if (hasOpinion(plan)) {
    add("pass", addDays(plan.posted, 2), secretary);
    add("opinion", addDays(plan.posted, 5), userId(experts[0] ?? ""));
  }
  if (plan.published || plan.state === "agreeing" || plan.state === "agreed") {
    add("propose", addDays(plan.posted, 6), secretary);
  }
  if (plan.published) {
    add("agree", agreedOn(plan), contact);
    add("publish", plan.published, secretary);
  }
  if (plan.bids) {
    add("open_first", openedOn(plan), secretary);
    if (plan.state !== "closed") add("open_second", openedOn(plan), supervisor);
  }
  if (plan.bids && isRanked(plan)) add("conclude", addDays(openedOn(plan), 5), secretary);
  if (plan.notice) add("choose", plan.notice, contact);
  if (plan.project || plan.state === "contract")
    add("end_notice", addDays(noticeUntil(plan), 1), secretary);
  if (plan.project) add("contract", addDays(noticeUntil(plan), 2), secretary);
  if (signedStates.includes(plan.state)) add("sign", signedOn(plan), contact);
  if (acceptedStates.includes(plan.state)) add("accept", acceptedOn(plan), secretary);
  if (plan.state === "archived") add("archive", addDays(acceptedOn(plan), 30), secretary);
  if (plan.state === "no_bid")
    add("declare_no_bid", addDays(plan.closes ?? plan.posted, 1), secretary);
  if (plan.state === "failed")
    add("fail", addDays(plan.closes ?? plan.posted, 10), secretary, plan.reason);
  if (plan.state === "cancelled") add("cancel", addDays(plan.posted, 9), contact, plan.reason);
  return told;
}

const eventRows = (plan: CallPlan): DemoRows["callEvent"] =>
  historyOf(plan).map(({ kind, on, by, text }, index) => ({
    id: idOf("call-event", key(plan, String(index))),
    allianceId: suzhouId,
    callId: callId(plan),
    kind,
    text: text ?? null,
    actorId: by,
    createdAt: at(on, `10:${String(index).padStart(2, "0")}`),
  }));

const indicatorRows = (plan: CallPlan): DemoRows["callIndicator"] =>
  plan.indicators.map(([name, target, measured], order) => ({
    id: idOf("call-indicator", key(plan, String(order))),
    allianceId: suzhouId,
    callId: callId(plan),
    sortOrder: order + 1,
    name,
    target,
    measured: measured ?? null,
    met: measured ? true : null,
  }));

const hasTerms = ({ published, state }: CallPlan): boolean =>
  published !== undefined || state === "agreeing" || state === "agreed";

/** Calls in each phase, with their bids, their scores and their history. */
export function callRows(today: Day): Partial<DemoRows> {
  const plans = callPlansOn(today);
  const codes = codesOf(plans);
  const years = [...new Set([...codes.values()].map(({ year }) => year))];
  return {
    call: plans.map((plan) => callRow(plan, codes.get(plan.key))),
    callIndicator: plans.flatMap(indicatorRows),
    callCriterion: plans.filter(hasTerms).flatMap((plan) =>
      criteria.map(([name, weight], order) => ({
        id: criterionId(plan, order),
        allianceId: suzhouId,
        callId: callId(plan),
        sortOrder: order + 1,
        name,
        weight,
      })),
    ),
    callExpert: plans.flatMap(expertRows),
    needOpinion: plans.flatMap(opinionRows),
    bid: plans.flatMap(bidRows),
    bidScore: plans.flatMap(scoreRows),
    callEvent: plans.flatMap(eventRows),
    counter: years.map((year) => ({
      allianceId: suzhouId,
      series: "call",
      year,
      value: [...codes.values()].filter((code) => code.year === year).length,
    })),
  };
}

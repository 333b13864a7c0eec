import { criteriaOf } from "@/lib/features/projects/rules/panels";
import { dateOf } from "@/lib/kernel/dates";
import { at } from "../days";
import { idOf } from "../ids";
import { userId } from "../people";
import { SUZHOU, suzhouId } from "../suzhou/members";
import { projectId } from "../suzhou/projects";
import { statePlans } from "./states";

const allianceId = suzhouId;
const key = (table: string, ...parts: (string | number)[]) =>
  idOf(table, [SUZHOU, ...parts].join("/"));
const experts = [1, 2, 3].map((n) => userId(`expert0${n}@suzhou.example`));
const secretariat = userId("secretariat@suzhou.example");

const conclusions = {
  rework: "rework",
  failed: "failed",
  settlement: "accepted",
  closed: "accepted",
  follow_up: "accepted",
  archived: "accepted",
} as const;
const concluded = (state: string) =>
  Object.entries(conclusions).find(([name]) => name === state)?.[1];

const convened = statePlans.filter(
  ({ state }) => state === "review" || state === "accepting" || concluded(state),
);
const kindOf = (state: string) =>
  state === "review" ? ("review" as const) : ("acceptance" as const);

/** Open ones for the desk of the experts, closed ones behind every acceptance. */
export const panelRows = convened.map(({ n, state }) => {
  const conclusion = concluded(state);
  return {
    id: key("project-panel", n),
    allianceId,
    projectId: projectId(n),
    kind: kindOf(state),
    round: 1,
    openedById: secretariat,
    openedAt: at("2025-11-01"),
    ...(conclusion && {
      state: "closed" as const,
      conclusion,
      summary: "示例：专家组查阅材料并听取汇报后形成意见。",
      closedById: secretariat,
      closedAt: at("2025-11-04"),
    }),
  };
});

export const seatRows = convened.flatMap(({ n, state }) =>
  experts.map((expert) => ({
    id: key("project-panel-seat", n, expert),
    allianceId,
    panelId: key("project-panel", n),
    userId: expert,
    ...(concluded(state) && {
      declaration: "none" as const,
      declaredAt: at("2025-11-02"),
      comment: "示例：同意专家组意见。",
      submittedAt: at("2025-11-03"),
      vote:
        concluded(state) === "accepted"
          ? ("yes" as const)
          : concluded(state) === "rework"
            ? ("rework" as const)
            : ("no" as const),
    }),
  })),
);

export const scoreRows = convened
  .filter(({ state }) => concluded(state))
  .flatMap(({ n, state }) =>
    experts.flatMap((expert) =>
      Object.entries(criteriaOf.acceptance).map(([criterion, most]) => ({
        allianceId,
        seatId: key("project-panel-seat", n, expert),
        criterion,
        points: concluded(state) === "failed" ? most - 10 : most - 3,
      })),
    ),
  );

export const reworkRows = convened
  .filter(({ state }) => state === "rework")
  .map(({ n }) => ({
    id: key("project-rework-item", n, 1),
    allianceId,
    panelId: key("project-panel", n),
    sortOrder: 1,
    text: "示例：补充企业导师授课记录",
    dueOn: dateOf("2026-01-31"),
  }));

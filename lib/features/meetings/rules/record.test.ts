import { describe, expect, test } from "vitest";
import { presetRule } from "@/lib/features/bodies/rules/presets";
import {
  type RosterSeat,
  type RuleInForce,
  ruleOptions,
} from "@/lib/features/bodies/schema/roster";
import type { AttendanceStatus } from "../types";
import { attendanceFits, countPresent, judge, type PaperMotion } from "./record";

const seat = (n: number, given: Partial<RosterSeat> = {}): RosterSeat => ({
  seatId: `seat-${n}`,
  number: n,
  position: "member",
  voting: true,
  eligible: true,
  holderName: `示例单位 ${n}`,
  holdingId: `holding-${n}`,
  membershipId: null,
  organizationId: null,
  personId: null,
  personName: null,
  alternates: [],
  ...given,
});
const line = (n: number, status: AttendanceStatus) => ({ seatId: `seat-${n}`, status });

describe("attendance", () => {
  const holders = [seat(1), seat(2), seat(3, { eligible: false }), seat(4), seat(5)];
  const lines = [
    line(1, "present"),
    line(2, "proxy"),
    line(3, "present"),
    line(4, "excused"),
    line(5, "online"),
  ];
  test("counts the room, online and proxies, but no seat without a vote", () =>
    expect(countPresent(holders, lines)).toBe(3));
  test("every holder stands on the list once", () => {
    expect(attendanceFits(holders, lines)).toBe(true);
    expect(attendanceFits(holders, lines.slice(1))).toBe(false);
    expect(attendanceFits(holders, [...lines, line(9, "absent")])).toBe(false);
    expect(attendanceFits(holders, [...lines.slice(1), line(2, "absent")])).toBe(false);
  });
});

describe("judging the paper", () => {
  const rules: RuleInForce[] = [
    {
      id: "rule",
      version: 1,
      matter: "membership",
      articleRef: "第十二条",
      options: ruleOptions.parse(undefined),
      ...presetRule("social_organization", "membership"),
    },
  ];
  const body = { rules, seats: { all: 31, filled: 31, eligible: 31 }, present: 21 };
  const motion = (given: Partial<PaperMotion> = {}): PaperMotion => ({
    matter: "membership",
    recused: 0,
    yes: 14,
    no: 7,
    abstain: 0,
    invalid: 0,
    outcome: "carried",
    ...given,
  });
  test("agrees with the rule", () =>
    expect(judge(motion(), body)).toMatchObject({
      ok: true,
      value: { decision: { outcome: "carried" }, votes: { present: 21 } },
    }));
  test.each([
    ["no rule for the matter", motion({ matter: "charter" }), "no-rule-in-force"],
    ["more ballots than voters", motion({ no: 8 }), "votes-exceed-present"],
    ["contradiction without reason", motion({ yes: 13 }), "contradiction-needs-reason"],
    [
      "inquorate on paper, quorate by rule",
      motion({ outcome: "inquorate" }),
      "contradiction-needs-reason",
    ],
  ] as const)("refuses %s", (_, given, reason) =>
    expect(judge(given, body)).toEqual({ ok: false, reason }),
  );
  test("a contradiction with a reason is recorded, with what the rule says beside it", () =>
    expect(judge(motion({ yes: 13, contradictionReason: "示例：主持人误读" }), body)).toMatchObject(
      {
        ok: true,
        value: { decision: { outcome: "rejected" } },
      },
    ));
});

import { describe, expect, test } from "vitest";
import { callMoves } from "../types";
import { dueLetter, letterKey, letters, lettersOf } from "./letters";

const at = (text: string) => new Date(text);

describe("letters of a call", () => {
  test.each([
    ["2026-05-03T09:00:00Z", undefined],
    ["2026-05-02T09:00:01Z", undefined],
    ["2026-05-02T09:00:00Z", "closing"],
    ["2026-05-01T09:00:01Z", "closing"],
    ["2026-05-01T09:00:00Z", "overdue"],
    ["2026-04-01T09:00:00Z", "overdue"],
  ])("closes at %s: %s", (closes, letter) =>
    expect(dueLetter(at(closes), at("2026-05-01T09:00:00Z"))).toBe(letter),
  );
  test("before a call is published only its own people hear of it", () => {
    const early = ["submit", "give_back", "pass", "propose", "agree", "disagree"] as const;
    expect(early.flatMap((move) => lettersOf[move] ?? [])).toEqual([]);
  });
  test("no step writes two letters to one audience", () => {
    for (const move of callMoves) {
      const all = (lettersOf[move] ?? []).flatMap((letter) => [...letters[letter]]);
      expect(new Set(all).size).toBe(all.length);
    }
  });
  test("the key names letter, call, step and account", () =>
    expect(letterKey("opened", "c", "7", "u")).toBe("call-opened:c:7:u"));
});

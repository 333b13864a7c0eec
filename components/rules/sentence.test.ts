import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { presetDraft } from "@/lib/features/bodies/rules/presets";
import {
  changesBetween,
  type Sentence,
  sentencesOf,
  shareKind,
} from "@/lib/features/bodies/rules/sentence";
import type { DraftRule } from "@/lib/features/bodies/schema/rule-sets";
import {
  type Comparator,
  comparators,
  type PassBase,
  passBases,
  quorumBases,
} from "@/lib/features/bodies/types";
import { messages as english } from "@/lib/i18n/messages/en";
import { messages } from "@/lib/i18n/messages/zh-CN";

const words = createTranslator({ locale: "zh-CN", messages, namespace: "bodies" });
const inEnglish = createTranslator({ locale: "en", messages: english, namespace: "bodies" });
const sayWith =
  (t: typeof words) =>
  ({ key, values, list }: Sentence) => {
    const fraction = t("fraction", { num: values.num ?? "", den: values.den ?? "" });
    const shareWords = values.share ? t("shareWords", { share: values.share, fraction }) : "";
    return t(`sentences.${key}`, { ...values, shareWords, list: list?.join("、") ?? "" });
  };
const say = sayWith(words);
const base = presetDraft("no_legal_form", "ordinary");
const lineOf = (rule: DraftRule, key: Sentence["key"], seats = 31) =>
  sentencesOf(rule, seats)
    .filter((sentence) => sentence.key === key)
    .map(say)
    .join("");
const withPass = (pass: DraftRule["pass"]): DraftRule => ({ ...base, pass });
const half = (of: PassBase, cmp: Comparator) => withPass({ base: of, num: 1, den: 2, cmp });
const twoThirds = (of: PassBase, cmp: Comparator) => withPass({ base: of, num: 2, den: 3, cmp });

test("31 席需 21 席到会；21 人到会需 14 票赞成", () => {
  expect(lineOf(twoThirds("present", "gte"), "example")).toBe(
    "例：31 席需 21 席到会；21 人到会需 14 票赞成。",
  );
});

const names: Record<PassBase, string> = {
  present: "到会席位",
  cast: "有效票",
  yes_plus_no: "赞成与反对票之和",
  seats_filled: "在任席位",
  seats_all: "全部席位",
};

describe("every comparator × base says 以上 or 过 exactly", () => {
  test.each(passBases.flatMap((of) => comparators.map((cmp) => [of, cmp] as const)))(
    "half of %s, %s",
    (of, cmp) => {
      const said = lineOf(half(of, cmp), "pass");
      expect(said).toBe(
        `通过：赞成票须达到${names[of]}的${cmp === "gte" ? "半数以上（含恰好半数）" : "过半数（不含恰好半数）"}。`,
      );
      expect(lineOf(half(of, cmp), "edge")).toContain(cmp === "gte" ? "算通过" : "不算通过");
    },
  );
  test.each(passBases.flatMap((of) => comparators.map((cmp) => [of, cmp] as const)))(
    "two thirds of %s, %s",
    (of, cmp) =>
      expect(lineOf(twoThirds(of, cmp), "pass")).toContain(
        cmp === "gte" ? "三分之二以上（含本数）" : "超过三分之二（不含本数）",
      ),
  );
  test.each(quorumBases.flatMap((of) => comparators.map((cmp) => [of, cmp] as const)))(
    "quorum of %s, %s",
    (of, cmp) => {
      const rule = { ...base, quorum: { base: of, num: 2, den: 3, cmp } };
      const said = lineOf(rule, "quorum");
      expect(said).toContain(cmp === "gte" ? "三分之二以上（含本数）" : "超过三分之二（不含本数）");
      expect(lineOf(rule, "example", 30)).toContain(`30 席需 ${cmp === "gte" ? 20 : 21} 席到会`);
    },
  );
});

describe("the examples are counted by the arithmetic of the votes", () => {
  test.each([
    ["present", "gt", "21 人到会需 11 票赞成"],
    ["present", "gte", "21 人到会需 11 票赞成"],
    ["cast", "gt", "投出 21 票需 11 票赞成"],
    ["yes_plus_no", "gt", "赞成与反对共 21 票需 11 票赞成"],
    ["seats_filled", "gt", "在任 31 席需 16 票赞成"],
    ["seats_all", "gte", "共 31 席需 16 票赞成"],
  ] as const)("half of %s, %s", (of, cmp, expected) =>
    expect(lineOf(half(of, cmp), "example")).toContain(expected),
  );
  test("恰好一半 of 20 is told with its number", () => {
    const rule = { ...half("present", "gt"), quorum: { ...base.quorum } };
    expect(lineOf(rule, "edge", 30)).toBe("恰好一半（20 中的 10 票）不算通过，须再多一票。");
  });
  test("a body without seats is shown with 31", () =>
    expect(lineOf(base, "example", 0)).toContain("31 席"));
});

test("no sentence leaves a gap, in either language, for any preset", () => {
  for (const form of [
    "social_organization",
    "foundation",
    "private_non_enterprise",
    "no_legal_form",
  ] as const) {
    for (const sentence of sentencesOf(presetDraft(form, "special"), 31)) {
      for (const said of [say(sentence), sayWith(inEnglish as never)(sentence)]) {
        expect(said).not.toMatch(/[{}]|undefined|bodies\./);
        expect(said.length).toBeGreaterThan(4);
      }
    }
  }
});

test("all is all, and 3/6 is half", () => {
  expect(shareKind({ num: 1, den: 1, cmp: "gte" })).toBe("all");
  expect(shareKind({ num: 3, den: 6, cmp: "gt" })).toBe("half_gt");
});

describe("what changes between versions", () => {
  test("nothing, where both say the same", () =>
    expect(changesBetween(base, base, 31)).toEqual([]));
  test("以上 becomes 过: pass, and its edge", () => {
    const keys = changesBetween(half("present", "gte"), half("present", "gt"), 31).map(
      ({ after }) => after?.key,
    );
    expect(keys).toEqual(["pass", "edge"]);
  });
  test("a group that is new, and one that is gone", () => {
    const group = { name: "企业", kinds: ["enterprise"], num: 1, den: 2, cmp: "gte" as const };
    const grouped = { ...base, options: { ...base.options, groups: [group] } };
    expect(changesBetween(base, grouped, 31)).toMatchObject([
      { before: null, after: { key: "group" } },
    ]);
    expect(changesBetween(grouped, base, 31)).toMatchObject([
      { before: { key: "group" }, after: null },
    ]);
  });
  test("without a former version everything is new", () =>
    expect(changesBetween(null, base, 31).every(({ before }) => before === null)).toBe(true));
});

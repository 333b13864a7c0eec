import { describe, expect, test } from "vitest";
import { answerWords } from "./answers";
import { locales } from "./locales";

describe("words of an answer", () => {
  test("a refusal is filled with its details, in the reader's language", async () => {
    const zh = await answerWords("zh-CN");
    expect(zh.refusal("too-many-for-now", { minutes: 60 })).toBe(
      "提交次数过多，填写的内容已保留。请约 60 分钟后再提交。",
    );
    const en = await answerWords("en");
    expect(en.refusal("findings-open", { count: 1 })).toBe("1 result has no finding yet.");
    expect(en.refusal("findings-open", { count: 3 })).toBe("3 results have no finding yet.");
  });

  test.each(locales)(
    "%s: a code without words says so, and a field is at least wrong",
    async (locale) => {
      const words = await answerWords(locale);
      expect(words.refusal("no-such-code")).toBeUndefined();
      expect(words.refusal("toString")).toBeUndefined();
      expect(words.field("no-such-fault")).toBe(words.field("invalid"));
    },
  );
});

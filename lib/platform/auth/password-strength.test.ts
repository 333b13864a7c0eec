import { describe, expect, it } from "vitest";
import { weaknessOf } from "./password-strength";

const context = ["wang.xiaoming@svu.example", "王晓明"];

describe("V6.2.4 passwords that are refused although they are long enough", () => {
  it.each([
    "administrator",
    "Qwerty123456",
    "1q2w3e4r5t6y",
    "motherFucker",
    "123456789012",
    "aaaaaaaaaaaaaa",
    "abcabcabcabc",
    "passwordpassword",
    "P@ssw0rd-2026!!",
    "password1234567",
    "qwertyuiopas",
    "abcdefghijkl2",
    "987654321098",
    "Woaini5201314",
    "１２３４５６７８９０１２",
  ])("common: %s", (password) => {
    expect(weaknessOf(password, context)).toBe("password-common");
  });

  it.each([
    "xiaoming likes tea",
    "svu-WANG-2026-xiaoming",
    "我是王晓明我爱喝茶吃饭",
    "example-9-river-lamp",
    "my alliance of the year",
    "产教融合真的很好很好很好",
  ])("context: %s", (password) => {
    expect(weaknessOf(password, context)).toBe("password-context");
  });

  it.each([
    "seven green boats at dusk",
    "山高水长云淡风轻天地宽广",
    "correct horse battery staple",
    "T7#kk29-vlMMq0",
    "0000 reasons to walk 1111",
    "tennis2026tennis racket",
  ])("accepted, whatever kinds of characters it has: %s", (password) => {
    expect(weaknessOf(password, context)).toBeUndefined();
  });

  it("A-60 answers at once for the longest password", () => {
    const started = performance.now();
    weaknessOf(`${"ab".repeat(63)}c!`, context);
    weaknessOf("qwerty".repeat(21), context);
    expect(performance.now() - started).toBeLessThan(50);
  });
});

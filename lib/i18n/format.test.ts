import { afterAll, describe, expect, test } from "vitest";
import {
  formatCount,
  formatDay,
  formatInstant,
  formatMoney,
  formatRatio,
  groupedSums,
  moneyUnitFor,
  nothing,
} from "./format";

describe("money", () => {
  test.each([
    ["9999.99", "9,999.99", "元"],
    ["10000.00", "1", "万元"],
    ["35700000.00", "3,570", "万元"],
    ["99999999.99", "10,000", "万元"],
    ["100000000.00", "1", "亿元"],
    ["-123456789.00", "−1.23", "亿元"],
    ["0.00", "0", "元"],
  ])("%s reads as %s %s", (yuan, text, unit) =>
    expect(formatMoney(yuan, "zh-CN")).toMatchObject({ text, unit }),
  );

  test.each([
    ["9999.99", "9,999.99", "RMB"],
    ["12000.00", "12", "RMB thousand"],
    ["35700000.00", "35.7", "RMB million"],
    ["2800000000.00", "2,800", "RMB million"],
  ])("%s reads as %s %s in English", (yuan, text, unit) =>
    expect(formatMoney(yuan, "en")).toMatchObject({ text, unit }),
  );

  test("万元 and 亿元 never mix in one column: its largest amount decides for all", () => {
    const column = ["50000.00", "350000000.00", "-8000000.00"];
    const unit = moneyUnitFor(column, "zh-CN");
    const shown = column.map((yuan) => formatMoney(yuan, "zh-CN", unit));
    expect(new Set(shown.map((one) => one.unit))).toEqual(new Set(["亿元"]));
    expect(shown.map((one) => one.text)).toEqual(["0", "3.5", "−0.08"]);
    expect(new Set(column.map((yuan) => formatMoney(yuan, "en", unit).unit)).size).toBe(1);
  });

  test("the exact amount is one hover away", () => {
    expect(formatMoney("35700000.50", "zh-CN").exact).toBe("35,700,000.50 元");
    expect(formatMoney("35700000.50", "en").exact).toBe("RMB 35,700,000.50");
  });

  test("I-19 amounts beyond the safe integers lose no fen", () =>
    expect(formatMoney("999999999999999.99", "zh-CN").exact).toBe("999,999,999,999,999.99 元"));

  test.each([null, undefined, "", "no amount"])("%j shows nothing", (yuan) =>
    expect(formatMoney(yuan, "zh-CN").text).toBe(nothing),
  );

  test("amounts that are missing do not choose a unit", () =>
    expect(moneyUnitFor([null, undefined, "12.00"], "zh-CN")).toBe("yuan"));
});

describe("days and instants, wherever the server stands", () => {
  const home = process.env.TZ;
  afterAll(() => {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  });

  test.each(["UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"])(
    "with TZ=%s a screen says Beijing time",
    (zone) => {
      process.env.TZ = zone;
      const instant = new Date("2026-11-21T16:05:00Z");
      expect(formatInstant(instant, "zh-CN")).toBe("2026-11-22 00:05");
      expect(formatInstant(instant, "en")).toBe("22 Nov 2026, 00:05");
      expect(formatDay("2026-11-22", "zh-CN")).toBe("2026-11-22");
      expect(formatDay("2026-01-02", "en")).toBe("2 Jan 2026");
    },
  );

  test("an alliance elsewhere has its own time", () =>
    expect(formatInstant(new Date("2026-11-21T16:05:00Z"), "zh-CN", "Asia/Urumqi")).toBe(
      "2026-11-21 22:05",
    ));

  test("a missing day and a missing instant show nothing", () => {
    expect(formatDay(null, "zh-CN")).toBe(nothing);
    expect(formatInstant(undefined, "en")).toBe(nothing);
  });
});

describe("counts and shares", () => {
  test.each([
    [0, "0"],
    [1234567, "1,234,567"],
    [12345678901234567890n, "12,345,678,901,234,567,890"],
    ["1234567.50", "1,234,567.50"],
    [-4200, "−4,200"],
    [0.1 + 0.2, "0.3"],
    [null, nothing],
    [Number.NaN, nothing],
  ])("%s → %s", (given, text) => expect(formatCount(given, "zh-CN")).toBe(text));

  test("a share has one decimal", () => expect(formatRatio(1, 3, "zh-CN")).toBe("33.3%"));
  test.each([
    [1, 0],
    [null, 5],
    [1, null],
    [0, 0],
  ])("%s of %s is no share", (part, whole) => expect(formatRatio(part, whole, "en")).toBe(nothing));
  test("none of something is a share", () => expect(formatRatio(0, 5, "en")).toBe("0%"));
});

test("sums among the details of a refusal are read in threes, and nothing else is touched", () => {
  const details = { left: "16380000.00", over: "-1234.50", name: "示例 1000", count: 12000 };
  expect(groupedSums(details)).toEqual({ ...details, left: "16,380,000.00", over: "−1,234.50" });
  expect(groupedSums(undefined)).toBeUndefined();
});

import { describe, expect, test } from "vitest";
import { registeredCount } from "@/lib/features/metrics/rules";
import { countNumber, type FundRow, moneyNumber, outcomeNumber, type RollupRow } from "./numbers";

const metric = {
  code: "M41",
  nameZh: "培训人日",
  nameEn: "Training person-days",
  unitZh: "人日",
  unitEn: "person-days",
  definitionZh: "-",
  definitionEn: "-",
  aggregation: "sum",
  yearBasis: "calendar",
  reportable: true,
  evidenceRequired: true,
} as const;

const rows: RollupRow[] = [
  { year: 2025, approved: true, records: 2, total: "100.10" },
  { year: 2024, approved: true, records: 1, total: "50.20" },
  { year: 2026, approved: false, records: 3, total: "999.00" },
];

const numberOf = (
  given: Partial<Omit<Parameters<typeof outcomeNumber>[0], "nameZh">>,
  found = rows,
  layer: "live" | "approved" = "approved",
) =>
  outcomeNumber(
    { ...metric, rows: found, reported: 1, pending: 1, members: 4, ...given },
    layer,
    "whole",
    (newest) => ({ list: "outcomes", search: { year: String(newest) } }),
  );

describe("a result's number", () => {
  test("a flow adds over years, provisional records stay apart", () => {
    const number = numberOf({});
    expect(number.value).toBe("150.30");
    expect(number.records).toBe(3);
    expect(number.provisionalRecords).toBe(3);
    expect(number.years.map((year) => year.year)).toEqual([2024, 2025, 2026]);
    expect(number.years[2]).toMatchObject({ approved: "0.00", provisional: "999.00" });
    expect(number.drill?.search).toEqual({ year: "null" });
  });
  test("the live layer adds what waits for verification", () =>
    expect(numberOf({}, rows, "live")).toMatchObject({ value: "1149.30", records: 6 }));
  test("I-19 a sum may be larger than any one amount", () => {
    const many = [{ year: 2025, approved: true, records: 9, total: "1999999999999998.00" }];
    expect(numberOf({}, many).value).toBe("1999999999999998.00");
  });
  test("a stock is its newest approved year, never a sum over years, and opens that year", () => {
    const number = numberOf({ aggregation: "latest" });
    expect(number).toMatchObject({ value: "100.10", records: 2, newest: 2025, time: "stock" });
    expect(number.drill?.search).toEqual({ year: "2025" });
  });
  test("persons are distinct people: sums of records without identities are upper bounds", () => {
    expect(numberOf({ aggregation: "distinct", unitZh: "人" }).atMost).toBe(true);
    expect(numberOf({ aggregation: "distinct", unitZh: "项" }).atMost).toBe(false);
    expect(numberOf({}).atMost).toBe(false);
  });
  test("behaviour 4.4 People: each once as lists tell, of the years together and of every year", () => {
    const found = [
      { year: 2024, approved: true, records: 1, total: "30.00" },
      { year: 2025, approved: true, records: 2, total: "60.00" },
      { year: 2025, approved: false, records: 1, total: "10.00" },
    ];
    const of = (
      layer: "approved" | "live",
      year: number | null,
      listed: number,
      places: number,
      people: number,
    ) => ({ layer, year, listed, places, people });
    const people = [
      of("approved", null, 3, 90, 50),
      of("approved", 2025, 2, 60, 45),
      of("live", null, 3, 90, 50),
    ];
    const persons = { code: "M40", aggregation: "distinct", unitZh: "人", people } as const;
    const approved = numberOf({ ...persons, people: [...people] }, found);
    expect(approved).toMatchObject({ value: "50.00", atMost: false, records: 3 });
    expect(approved.years.map((one) => one.approved)).toEqual(["30.00", "45.00"]);
    expect(numberOf({ ...persons, people: [...people] }, found, "live")).toMatchObject({
      value: "60.00",
      atMost: true,
    });
    expect(numberOf({ ...persons, people: null }, found)).toMatchObject({
      value: "90.00",
      atMost: true,
    });
  });
  test("nothing reported is no value, and not a zero", () => {
    expect(numberOf({}, [])).toMatchObject({ state: "none", value: null, records: 0, years: [] });
    const zero = [{ year: 2025, approved: true, records: 1, total: "0.00" }];
    expect(numberOf({}, zero)).toMatchObject({ state: "value", value: "0.00", records: 1 });
  });
});

const money = (code: string, found: readonly Omit<FundRow, "records">[]) => {
  const registered = registeredCount(code);
  if (!registered) throw new Error(code);
  return moneyNumber(
    registered,
    found.map((row) => ({ ...row, records: 1 })),
    null,
  );
};

describe("funds", () => {
  test("contract / received / benefit: promised and received, cash and kind, and spent, stay six numbers", () => {
    const found = [
      { year: 2025, side: "promised", cash: true, total: "1000000.00" },
      { year: 2025, side: "promised", cash: false, total: "300000.50" },
      { year: 2025, side: "received", cash: true, total: "400000.00" },
      { year: 2026, side: "received", cash: true, total: "-100000.00" },
      { year: 2026, side: "spent", cash: true, total: "55.00" },
      { year: 2026, side: "requested", cash: true, total: "66.00" },
      { year: 2026, side: "entered", cash: true, total: "777.00" },
      { year: 2026, side: "proposed", cash: true, total: "888.00" },
    ];
    const value = (code: string) => money(`money-${code}`, found).value;
    expect(value("promised-cash")).toBe("1000000.00");
    expect(value("promised-kind")).toBe("300000.50");
    expect(value("received-cash")).toBe("300000.00");
    expect(value("received-kind")).toBe("0.00");
    expect(value("spent-cash")).toBe("55.00");
    expect(value("spent-kind")).toBe("0.00");
    expect(money("money-received-cash", found).years).toHaveLength(2);
  });
  test("Deyang's conditional 2,000 万元 shows 0 promised and 0 received", () => {
    const found = [{ year: 2017, side: "conditional", cash: true, total: "20000000.00" }];
    expect(money("money-promised-cash", found).value).toBe("0.00");
    expect(money("money-received-cash", found).value).toBe("0.00");
    expect(money("money-conditional-cash", found).value).toBe("20000000.00");
  });
});

describe("a list's number", () => {
  const meetings = registeredCount("meetings-held");
  test("zero rows are a zero", () =>
    expect(meetings && countNumber(meetings, [], "whole", null)).toMatchObject({
      state: "value",
      value: "0.00",
    }));
  test("a flow keeps its years", () =>
    expect(
      meetings && countNumber(meetings, [{ year: 2025, count: 3 }], "own", null),
    ).toMatchObject({ value: "3.00", years: [{ year: 2025, approved: "3.00" }] }));
});

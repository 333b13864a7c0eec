import { describe, expect, test } from "vitest";
import { fundsOf, seriesOf } from "./rules";

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

const rows = [
  { metricCode: "M41", year: 2025, approved: true, records: 2, total: "100.10" },
  { metricCode: "M41", year: 2024, approved: true, records: 1, total: "50.20" },
  { metricCode: "M41", year: 2026, approved: false, records: 3, total: "999.00" },
];

describe("series of a metric", () => {
  test("a flow adds over years, provisional records stay apart", () => {
    const series = seriesOf(metric, rows);
    expect(series.value).toBe("150.30");
    expect(series.records).toBe(3);
    expect(series.provisionalRecords).toBe(3);
    expect(series.years.map((year) => year.year)).toEqual([2024, 2025, 2026]);
    expect(series.years[2]).toMatchObject({ approved: "0.00", provisional: "999.00" });
  });
  test("I-19 a sum may be larger than any one amount", () => {
    const many = [{ ...rows[0], total: "1999999999999998.00" }] as typeof rows;
    expect(seriesOf(metric, many).value).toBe("1999999999999998.00");
    const promised = { year: 2026, side: "conditional", cash: true, total: "1999999999999998.00" };
    expect(fundsOf([promised]).conditional).toBe("1999999999999998.00");
  });
  test("a stock is its newest approved year, never a sum over years", () => {
    const series = seriesOf({ ...metric, aggregation: "latest" }, rows);
    expect(series.value).toBe("100.10");
    expect(series.records).toBe(2);
  });
  test("persons are distinct people: sums of records without identities are upper bounds", () => {
    expect(seriesOf({ ...metric, aggregation: "distinct", unitZh: "人" }, rows).atMost).toBe(true);
    expect(seriesOf({ ...metric, aggregation: "distinct", unitZh: "项" }, rows).atMost).toBe(false);
    expect(seriesOf(metric, rows).atMost).toBe(false);
  });
  test("nothing reported is zero records, not a missing series", () =>
    expect(seriesOf(metric, [])).toMatchObject({ value: "0.00", records: 0, years: [] }));
});

describe("funds", () => {
  test("contract / received / benefit: promised and received, cash and kind, and spent, stay six numbers", () => {
    const funds = fundsOf([
      { year: 2025, side: "promised", cash: true, total: "1000000.00" },
      { year: 2025, side: "promised", cash: false, total: "300000.50" },
      { year: 2025, side: "received", cash: true, total: "400000.00" },
      { year: 2026, side: "received", cash: true, total: "-100000.00" },
      { year: 2026, side: "spent", cash: true, total: "55.00" },
      { year: 2026, side: "requested", cash: true, total: "66.00" },
      { year: 2026, side: "entered", cash: true, total: "777.00" },
      { year: 2026, side: "proposed", cash: true, total: "888.00" },
    ]);
    expect(funds.total).toEqual({
      promisedCash: "1000000.00",
      promisedKind: "300000.50",
      receivedCash: "300000.00",
      receivedKind: "0.00",
      spentCash: "55.00",
      spentKind: "0.00",
    });
    expect(funds.years).toHaveLength(2);
  });
  test("Deyang's conditional 2,000 万元 shows 0 promised and 0 received", () => {
    const funds = fundsOf([{ year: 2017, side: "conditional", cash: true, total: "20000000.00" }]);
    expect(funds.total).toMatchObject({ promisedCash: "0.00", receivedCash: "0.00" });
    expect(funds.conditional).toBe("20000000.00");
  });
});

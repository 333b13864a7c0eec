import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import type { Dashboard, MetricNumber } from "@/lib/features/dashboards/schema";
import { messages } from "@/lib/i18n/messages/zh-CN";
import { exchangePaper } from "./exchange-paper";
import { metricWords } from "./words";

const locale = "zh-CN";
const given = {
  t: createTranslator({ locale, messages, namespace: "dashboards" }),
  m: createTranslator({ locale, messages, namespace: "metrics" }),
  words: metricWords(
    locale,
    createTranslator({ locale, messages, namespace: "metrics" }),
    createTranslator({ locale, messages, namespace: "organizations" }),
    createTranslator({ locale, messages, namespace: "projects" }),
  ),
};

const number = (code: string, more: Partial<MetricNumber>): MetricNumber => ({
  code,
  name: null,
  unit: null,
  definition: null,
  source: "outcomes",
  time: "flow",
  yearBasis: null,
  atMost: false,
  state: "value",
  reach: "whole",
  value: "1.00",
  records: 1,
  provisionalRecords: 0,
  years: [],
  newest: null,
  coverage: null,
  drill: null,
  ...more,
});

const board = (numbers: MetricNumber[], more: Partial<Dashboard> = {}): Dashboard => ({
  allianceId: "018f0000-0000-7000-8000-000000000000",
  alliance: "示例联合体",
  asOf: "2026-11-22T18:00:00.000Z",
  today: "2026-11-23",
  past: null,
  organization: null,
  kind: null,
  from: 2022,
  to: 2026,
  status: "approved",
  numbers,
  coverage: { reported: 11, members: 145 },
  published: [],
  targets: null,
  marks: [],
  own: [],
  ...more,
});

const texts = (shown: Dashboard) =>
  exchangePaper(shown, given).blocks.map((block) =>
    block.kind === "table" ? block.table.rows.map((row) => row.join("|")) : block.text,
  );

describe("the paper of a meeting", () => {
  test("chapters that have something, numbered without a gap, each number with its source", () => {
    const shown = board([
      number("members", { source: "members", value: "145.00", records: 145 }),
      number("M35", {
        name: { zh: "授权专利数", en: "" },
        unit: { zh: "项", en: "" },
        value: "147.00",
        records: 147,
        coverage: { approved: 9, inVerification: 0, members: 145 },
      }),
      number("money-received-cash", { source: "funds", state: "not-allowed", value: null }),
    ]);
    expect(texts(shown)).toEqual([
      "一、基本情况",
      "成员单位 145 家。",
      "二、主要成果",
      ["授权专利数|147 项|2022–2026 年|成果记录 147 条，9 家成员"],
      "显示已核验数：只计核验通过或已公布的记录。",
      "数据截至 2026-11-23 02:00；11 / 145 家成员有已核验成果。",
    ]);
    expect(exchangePaper(shown, given)).toMatchObject({
      title: "示例联合体交流材料",
      cover: ["2026年11月23日"],
    });
  });

  test("of a past day it says so; what waits under a condition is no money, and a zero no result", () => {
    const shown = board(
      [
        number("money-received-cash", { source: "funds", value: "20000000.00" }),
        number("money-conditional-cash", { source: "funds", value: "20000000.00" }),
        number("M41", { name: { zh: "培训人日", en: "" }, value: "0.00" }),
      ],
      { past: { day: "2026-10-31", firstDay: "2026-01-01" }, today: "2026-10-31" },
    );
    const said = texts(shown).join("\n");
    expect(said).toContain("到账（货币） 2,000 万元");
    expect(said).not.toContain("附条件");
    expect(said).not.toContain("培训人日");
    expect(said).toContain("显示 2026-10-31 日终时系统所示的数（仅已核验）");
  });

  test("what the source said of a published number stays with it", () => {
    const figure = {
      code: "M01",
      label: { zh: "成员", en: "" },
      value: "50",
      unit: { zh: "家", en: "" },
      qualifier: "nearly" as const,
      period: null,
      source: "S000",
    };
    expect(texts(board([], { published: [figure] })).slice(0, 2)).toEqual([
      "一、公开发布的数字",
      ["成员|近 50 家|S000"],
    ]);
  });

  test("more results than two pages hold are cut to those of the most members", () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      number(`M${n}`, { coverage: { approved: n, inVerification: 0, members: 145 } }),
    );
    const [table] = exchangePaper(board(many), given).blocks.filter(({ kind }) => kind === "table");
    expect(table?.kind === "table" && table.table.rows.map(([name]) => name)).toEqual(
      Array.from({ length: 12 }, (_, n) => `M${29 - n}`),
    );
  });
});

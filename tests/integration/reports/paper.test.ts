import { beforeAll, describe, expect, test } from "vitest";
import { editionPaper } from "@/components/reports/edition-paper";
import { getEditionQuery } from "@/lib/features/reports/procedures/editions";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { writeReport } from "@/lib/platform/documents/report";
import type { FigureGiven } from "@/prisma/seed/factories/reports";
import { useDatabase } from "../../support/database";
import { createMetrics } from "../outcomes/support";
import { partOf, wellFormed } from "./docx";
import { callAs, createWorld, resolutionAbout, type World, writtenEdition } from "./world";

const { db } = useDatabase();
let world: World;
let id = "";
beforeAll(async () => {
  world = await createWorld(db());
  await createMetrics(db());
  const { leader, clerk } = world.actors;
  const of = (body: string) => ({
    state: "accepted" as const,
    texts: [{ body, authorId: leader.userId }],
    submittedById: leader.userId,
    decidedById: clerk.userId,
  });
  const made = await writtenEdition(world, "published", {
    resolutionId: (await resolutionAbout(world, "示例")).id,
    figures: [
      {
        kind: "figure",
        code: "示例/patents",
        nameZh: "授权专利",
        nameEn: "Patents",
        value: 147,
        unitZh: "项",
        unitEn: "items",
        qualifier: "over",
        source: "示例来源 <S003>",
        definitionZh: "示例口径 & 说明",
        definitionEn: "Sample",
      },
      {
        kind: "metric",
        code: "M41",
        nameZh: "示例培训",
        nameEn: "Training",
        value: 5,
        unitZh: "人日",
        unitEn: "days",
        qualifier: "exact",
        flow: true,
        source: "outcomes",
        definitionZh: "示例口径",
        definitionEn: "Sample",
      },
    ],
    sections: [
      { kind: "overview", title: "概况", ...of("（一）成果\n示例：专利 {{示例/patents}}。") },
      { kind: "problems", title: "问题", isPublic: false, ...of("示例：内部问题。") },
    ],
  });
  id = made.id;
});

const paperFor = async (visitor: boolean) => {
  const call = visitor ? { actor: anonymous, tenant: world.alliance.slug } : callAs(world, "clerk");
  return editionPaper(await ask(getEditionQuery, call, { editionId: id }));
};

describe("the report as a Word file", () => {
  test("is well formed: a cover, contents, chapters with their numbers in words, tables with source and definition", async () => {
    const bytes = await writeReport(await paperFor(false));
    const xml = partOf(bytes, "word/document.xml");
    for (const name of [
      "word/document.xml",
      "word/styles.xml",
      "word/footer1.xml",
      "[Content_Types].xml",
    ]) {
      expect(wellFormed(partOf(bytes, name)), name).toBe(true);
    }
    const text = xml.replaceAll(/<[^>]+>/g, "");
    for (const words of [
      "目录",
      "一、概况",
      "二、问题",
      "（一）成果",
      "专利 147项+。",
      "附表：数据与口径",
      "见注 1",
      "注 1：示例来源 &lt;S003&gt;",
      "示例口径 &amp; 说明",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain("{{");
    const annex = xml.slice(xml.indexOf("附表"));
    const grid = annex.slice(annex.indexOf("<w:tblGrid>"), annex.indexOf("</w:tblGrid>"));
    const columns = [...grid.matchAll(/w:w="(\d+)"/g)].map(([, twips]) => Number(twips));
    // The definition has the most room, and the columns fill the 156 mm between the margins.
    expect(columns.indexOf(Math.max(...columns))).toBe(4);
    expect(Math.abs(columns.reduce((sum, one) => sum + one, 0) - 8844)).toBeLessThan(6);
  });

  test("ends with its last table: what has to follow that takes no line, and so begins no empty page", async () => {
    const table = { head: ["指标", "数值"], widths: [50, 50], rows: [["示例", "1项"]] };
    const blocks = [{ kind: "table" as const, title: "附表", table }];
    const xml = partOf(
      await writeReport({ title: "示例", cover: [], blocks }),
      "word/document.xml",
    );
    const end = xml.slice(xml.indexOf("</w:tbl>"), xml.indexOf("<w:sectPr"));
    expect(end).toContain('<w:spacing w:line="20" w:lineRule="exact"/>');
    // 28 points, in the word that the format knows: Word passes over any other, and the lines come out twice as high.
    expect(xml).toContain('<w:spacing w:line="560" w:lineRule="exact"/>');
    expect(xml).not.toContain('w:lineRule="exactly"');
  });

  test("A4 with the margins of the standard, Chinese typefaces by name, pages numbered — 1 —", async () => {
    const bytes = await writeReport(await paperFor(false));
    const xml = partOf(bytes, "word/document.xml");
    expect(xml).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/);
    expect(xml).toMatch(/w:top="2098"/);
    for (const font of ["方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"]) {
      expect(xml).toContain(`w:eastAsia="${font}"`);
    }
    expect(partOf(bytes, "word/footer1.xml")).toMatch(/— .*PAGE.* —/s);
  });

  test("a visitor's holds the public chapters alone", async () => {
    const bytes = await writeReport(await paperFor(true));
    const text = partOf(bytes, "word/document.xml").replaceAll(/<[^>]+>/g, "");
    expect(text).toContain("一、概况");
    expect(text).not.toContain("内部问题");
  });

  test("Late report after edition frozen: the paper keeps its number and lists what it is by now, for those inside", async () => {
    const textFor = async (visitor: boolean) =>
      partOf(await writeReport(await paperFor(visitor)), "word/document.xml").replaceAll(
        /<[^>]+>/g,
        "",
      );
    expect(await textFor(false)).toContain("更正说明：");
    expect(await textFor(false)).toContain("示例培训：原 5人日，现 0人日。");
    expect(await textFor(true)).not.toContain("更正说明");
  });

  test("pictures of frozen numbers are cells of tables, dark this year and striped the year before, with unit and source", async () => {
    const { leader, clerk } = world.actors;
    const number = (value: number, organizations: number) => ({
      kind: "metric" as const,
      code: "M36",
      nameZh: "示例专利",
      nameEn: "Patents",
      value,
      unitZh: "项",
      unitEn: "items",
      qualifier: "exact" as const,
      flow: true,
      source: "outcomes",
      definitionZh: "示例口径",
      definitionEn: "Sample",
      organizations,
    });
    const kind = (code: string, value: number) => ({
      ...number(value, 0),
      code: `members-${code}`,
      nameZh: `成员单位：示例${code}`,
      source: "members",
      organizations: null,
      flow: false,
    });
    const chapter = {
      kind: "overview" as const,
      title: "概况",
      state: "accepted" as const,
      texts: [{ body: "示例：{{M36}}", authorId: leader.userId }],
      submittedById: leader.userId,
      decidedById: clerk.userId,
    };
    const write = async (year: number, figures: FigureGiven[]) =>
      writtenEdition(world, "published", {
        year,
        resolutionId: (await resolutionAbout(world, "示例")).id,
        figures,
        sections: [chapter],
      });
    await write(2190, [number(4, 3)]);
    const next = await write(2191, [kind("enterprise", 8), kind("park", 2), number(2, 3)]);
    const small = await write(2192, [number(9, 2)]);
    const xml = async (editionId: string, visitor: boolean) => {
      const call = visitor
        ? { actor: anonymous, tenant: world.alliance.slug }
        : callAs(world, "clerk");
      const paper = editionPaper(await ask(getEditionQuery, call, { editionId }));
      return partOf(await writeReport(paper), "word/document.xml");
    };
    const full = await xml(next.id, true);
    expect(wellFormed(full)).toBe(true);
    const text = full.replaceAll(/<[^>]+>/g, "");
    expect(text).toContain("图 1：成员构成");
    expect(text).toContain("2191 年：2项");
    expect(text).toContain("2190 年：4项");
    expect(text).toContain("单位：项；时期：2191、2190 年；来源：门户登记数据");
    // Half of twenty steps for this year, all of them for the year before.
    expect(full).toMatch(/<w:gridSpan w:val="10"\/>[\s\S]*?w:fill="404040"/);
    expect(full).toMatch(/<w:gridSpan w:val="20"\/>[\s\S]*?w:val="diagStripe"/);
    const inside = (await xml(small.id, false)).replaceAll(/<[^>]+>/g, "");
    expect(inside).toContain("2192 年：9项");
    const outside = (await xml(small.id, true)).replaceAll(/<[^>]+>/g, "");
    expect(outside).not.toContain("2192 年");
    expect(outside).not.toContain("附表：数据与口径");
    expect(outside).toContain("不列入公开版图表");
  });
});

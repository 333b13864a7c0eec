import { type Article, type OutlinePart, outlineParts } from "../types";

/** Where a charter usually speaks of a part: in the title of a chapter or an article, or in its first words. */
const signs: Record<OutlinePart, RegExp> = {
  name: /名称|定名/,
  nature: /性质/,
  purpose: /宗旨|目的/,
  tasks: /任务|职责|业务范围|工作内容/,
  organs: /组织机构|组织架构|治理|理事会|成员大会|秘书处/,
  members: /成员|会员|加入|退出/,
  funds: /经费|资金|资产|财务/,
  supplementary: /附则|解释权|由.{0,12}负责解释|自.{0,20}施行|自.{0,20}生效/,
};

export type OutlineLine = { part: OutlinePart; article: number | null };

const titleOf = ({ chapter, heading }: Article) => `${chapter ?? ""} ${heading ?? ""}`;

/** For each part of the outline the article that seems to hold it; null where none does. A person confirms it. */
export const outlineOf = (articles: readonly Article[]): OutlineLine[] =>
  outlineParts.map((part) => {
    const sign = signs[part];
    const found =
      articles.find((article) => sign.test(titleOf(article))) ??
      articles.find(({ text }) => sign.test(text));
    return { part, article: found?.number ?? null };
  });

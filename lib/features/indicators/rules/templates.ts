import type { SetTemplate } from "../types";

type Template = {
  code: string;
  nameZh: string;
  nameEn: string;
  source: string;
  sourceUrl: string | null;
  expectedGroups: number | null;
  expectedMiddle: number | null;
  expectedLeaves: number | null;
};

/**
 * What the portal brings along. Of the national standard the numbers of its indicators are published, and their text is
 * not at hand: its frame is empty and is filled from the document by whoever has it, never from memory.
 */
export const templates: Record<Exclude<SetTemplate, "blank">, Template> = {
  metrics: {
    code: "metrics",
    nameZh: "联合体成果指标",
    nameEn: "Outcome metrics of alliances",
    source: "门户指标登记表 M01–M84",
    sourceUrl: null,
    expectedGroups: null,
    expectedMiddle: null,
    expectedLeaves: null,
  },
  national: {
    code: "national-standard",
    nameZh: "市域产教联合体建设标准（试行）",
    nameEn: "Standard for municipal industry–education alliances (trial)",
    source: "教职成厅函〔2024〕20号附件",
    sourceUrl: "http://56se6.com/news/kandian/20241114/14296359.html",
    expectedGroups: 3,
    expectedMiddle: 16,
    expectedLeaves: 44,
  },
};

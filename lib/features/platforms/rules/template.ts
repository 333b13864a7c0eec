import type { ComponentKind } from "../types";

/**
 * 一个空间、两个智库、三个中心、四个专项 (S004-5 to S004-9): ten places, nine of which the source names. What it does not
 * name has no name here either.
 */
export const templateParts: readonly {
  kind: ComponentKind;
  ordinal: number;
  name: SourceName | null;
}[] = [
  { kind: "space", ordinal: 1, name: "space" },
  { kind: "think_tank", ordinal: 1, name: "startupExperts" },
  { kind: "think_tank", ordinal: 2, name: "industryExperts" },
  { kind: "centre", ordinal: 1, name: "employmentData" },
  { kind: "centre", ordinal: 2, name: "incubation" },
  { kind: "centre", ordinal: 3, name: "secondClassroom" },
  { kind: "programme", ordinal: 1, name: "competitions" },
  { kind: "programme", ordinal: 2, name: "teacherTraining" },
  { kind: "programme", ordinal: 3, name: "jointResearch" },
  { kind: "programme", ordinal: 4, name: null },
];

/** The words that the source uses; they are data of the alliance and stay in its language. */
export const sourceNames = {
  space: "创新型就业创业实践资源空间",
  startupExperts: "创业就业专家智库",
  industryExperts: "行业企业与产业智库",
  employmentData: "中小企业就业大数据中心",
  incubation: "创新创业孵化中心",
  secondClassroom: "第二课堂实践管理中心",
  competitions: "创新创业赛事",
  teacherTraining: "行业性师资培训",
  jointResearch: "联合申报研究课题",
} as const;

type SourceName = keyof typeof sourceNames;

import { createHash } from "node:crypto";
import { splitArticles } from "@/lib/features/documents/rules/articles";
import type { DocumentKind } from "@/lib/features/documents/types";
import { dateOf } from "@/lib/kernel/dates";
import { fileId } from "../files";
import { idOf } from "../ids";
import { REGISTERED_AT } from "../organizations";
import { userId } from "../people";
import type { DemoRows } from "../rows";
import { bodyId } from "./bodies";
import { charterChanges, sampleCharter, sampleProcedure } from "./charter";
import { SUZHOU, suzhouId } from "./members";

type Sample = {
  key: string;
  kind: DocumentKind;
  title: string;
  text: string;
  version?: number;
  follows?: string;
  adopted?: boolean;
};

const documentId = (key: string) => idOf("document", `${SUZHOU}/${key}`);

/** The article that a rule of the sample charter rests on. */
export const charterArticleId = (number: number): string =>
  idOf("document-article", `${SUZHOU}/charter-1/${number}`);

const nextCharter = charterChanges.reduce(
  (text, [before, after]) => text.replace(before, after),
  sampleCharter,
);

const samples: readonly Sample[] = [
  { key: "charter-1", kind: "charter", title: "示例章程", text: sampleCharter, adopted: true },
  {
    key: "charter-2",
    kind: "charter",
    title: "示例章程",
    text: nextCharter,
    version: 2,
    follows: "charter-1",
  },
  {
    key: "procedure-1",
    kind: "rules_of_procedure",
    title: "示例理事会议事规则",
    text: sampleProcedure,
    adopted: true,
  },
  {
    key: "finance-1",
    kind: "finance",
    title: "示例财务管理制度",
    text: "第一条【目的】 规范示例联合体的经费管理，仅供演示。",
  },
];

/** The first meeting of the council, whose minutes record the charter. */
const FOUNDED = dateOf("2023-11-16");

const adoption = (text: string) => ({
  state: "adopted" as const,
  adoptedOn: FOUNDED,
  effectiveOn: FOUNDED,
  adoptedBy: "示例会议纪要 一届一次理事会",
  paperId: fileId(SUZHOU, "minutes-1"),
  published: true,
  sha256: createHash("sha256").update(text).digest("hex"),
});

/** Documents of the rule library; every text calls itself a sample. */
export const suzhouLibraryRows = (): Partial<DemoRows> => ({
  document: samples.map(({ key, kind, title, text, version, follows, adopted }) => ({
    id: documentId(key),
    allianceId: suzhouId,
    kind,
    title,
    version: version ?? 1,
    supersedesId: follows ? documentId(follows) : null,
    createdById: userId("secretariat@suzhou.example"),
    createdAt: REGISTERED_AT,
    ...(adopted && adoption(text)),
  })),
  documentArticle: samples.flatMap(({ key, text }) =>
    splitArticles(text).articles.map((article) => ({
      ...article,
      id: idOf("document-article", `${SUZHOU}/${key}/${article.number}`),
      allianceId: suzhouId,
      documentId: documentId(key),
    })),
  ),
});

/** S003-10 and S003-11: what the two entities are for. Who owns them the source does not say. */
const entities = [
  {
    body: "institute",
    kind: "institute" as const,
    functions: "产业共性技术研究\n搭建资源共享服务平台\n产教协同育人基地建设",
  },
  { body: "company", kind: "company" as const, functions: "科技成果转化\n产业服务" },
];

export const suzhouEntityRows = (): Partial<DemoRows> => ({
  operatingEntity: entities.map(({ body, ...entity }) => ({
    ...entity,
    id: idOf("operating-entity", `${SUZHOU}/${body}`),
    allianceId: suzhouId,
    bodyId: bodyId(body),
  })),
});

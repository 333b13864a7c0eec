import type { BranchTemplate } from "../types";
import {
  body,
  cooperation,
  developmentCouncil,
  entities,
  type TemplateBody,
} from "./structure-templates";

/** S001-44: bodies may stand below the alliance, at an industry college or a programme group. */
const branches: Record<BranchTemplate, readonly TemplateBody[]> = {
  industry_college: [
    body(
      "board",
      null,
      "college_board",
      "coordination",
      ["产业学院理事会", "Board of the industry college"],
      ["产业学院的规划、经费与重大事项", "Plans, money and major matters of the college"],
    ),
    body(
      "office",
      "board",
      "secretariat",
      "execution",
      ["产业学院办公室", "Office of the industry college"],
      ["落实理事会决定，负责日常工作", "Carries out what the board decides; daily business"],
    ),
  ],
  programme_group: [
    body(
      "group",
      null,
      "programme_group_committee",
      "coordination",
      ["专业群建设委员会", "Programme group committee"],
      ["专业群的规划、标准与动态调整", "Plans, standards and adjustment of the programme group"],
    ),
    body(
      "chain",
      "group",
      "chain_committee",
      "execution",
      ["产业链专业委员会", "Industry-chain committee"],
      ["对接产业链需求并落实到专业", "Brings the needs of the chain into the programmes"],
    ),
  ],
  development_council: developmentCouncil,
  cooperation_entities: [{ ...cooperation, parent: null }, ...entities],
};

/** The bodies of a branch; those without a parent hang where the branch is put. */
export const branchBodies = (branch: BranchTemplate): readonly TemplateBody[] => branches[branch];

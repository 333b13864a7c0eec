import type { Project } from "@/lib/features/projects/schema/projects";
import type { WorkView } from "@/lib/features/projects/schema/work";
import { mailWords, officialDay } from "@/lib/i18n/mail";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import type { OfficialPaper } from "@/lib/platform/documents/official";

/** Official papers are in the language of the alliances, whoever fetches them. */
const LANGUAGE = "zh-CN";
const say = (pick: Parameters<typeof mailWords>[1], values: Record<string, string | number> = {}) =>
  mailWords(LANGUAGE, pick, values);
const day = (text: string) => officialDay(LANGUAGE, text);
const instantDay = (at: Date | string) => day(dayIn(new Date(at), homeZone));
const seal = () => say((w) => w.projects.paper.seal);

const parties = (project: Project) => [
  { text: say((w) => w.projects.paper.parties), heading: true },
  ...(project.inside?.parties ?? []).map((party) => ({
    text: say((w) => w.projects.paper.party, {
      name: party.name,
      role: say((w) => w.projects.role[party.role]),
    }),
  })),
];

/** 立项通知书: what was registered, under which number, until when, with which milestones. */
export function noticeOfRegistration(
  project: Project,
  work: WorkView,
  alliance: string,
): OfficialPaper | undefined {
  if (!project.code || !project.registeredAt) return undefined;
  const decided = work.decisions.find((one) => one.subject === "register" && one.verdict);
  return {
    title: say((w) => w.projects.paper.notice),
    number: project.code,
    body: [
      {
        text: say((w) => w.projects.paper.noticeText, {
          lead: project.lead.name,
          title: project.title,
          code: project.code,
        }),
      },
      ...parties(project),
      {
        text: say((w) => w.projects.paper.period, {
          from: day(project.startsOn),
          to: day(project.endsOn),
        }),
      },
      ...(work.milestones.length > 0
        ? [{ text: say((w) => w.projects.paper.milestones), heading: true }]
        : []),
      ...work.milestones.map((one) => ({
        text: say((w) => w.projects.paper.milestone, {
          n: one.order,
          title: one.title,
          day: day(one.dueOn),
          deliverable: one.deliverable,
        }),
      })),
      ...(decided
        ? [
            {
              text: say((w) => w.projects.paper.decision, {
                authority: say((w) => w.projects.authority[decided.authority]),
              }),
            },
          ]
        : []),
    ],
    closing: [alliance, seal(), instantDay(project.registeredAt)],
  };
}

/** 验收报告: what the panel came to, in its own words, and what is to be put right. */
export function acceptanceReport(
  project: Project,
  work: WorkView,
  alliance: string,
): OfficialPaper | undefined {
  const panel = work.panels.find((one) => one.kind === "acceptance" && one.state === "closed");
  const conclusion = panel?.conclusion;
  if (!panel?.closedAt || !conclusion) return undefined;
  return {
    title: say((w) => w.projects.paper.report),
    number: project.code ?? undefined,
    body: [
      {
        text: say((w) => w.projects.paper.reportText, {
          title: project.title,
          code: project.code ?? "",
          day: instantDay(panel.closedAt),
          conclusion: say((w) => w.projects.panel.conclusion[conclusion]),
        }),
      },
      ...parties(project),
      { text: say((w) => w.projects.paper.opinion), heading: true },
      { text: panel.summary ?? "" },
      ...(panel.rework.length > 0
        ? [{ text: say((w) => w.projects.paper.rework), heading: true }]
        : []),
      ...panel.rework.map((one) => ({ text: `${one.text}（${day(one.dueOn)}）` })),
    ],
    closing: [alliance, seal(), instantDay(panel.closedAt)],
  };
}

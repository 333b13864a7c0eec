import { getTranslations } from "next-intl/server";
import { CheckForm, Guards } from "@/components/colleges/checks";
import { EditCollegeForm } from "@/components/colleges/proposal-form";
import {
  ApproveForm,
  BoardForm,
  LinkProjectForm,
  OpineForm,
  SignForms,
  StepForm,
} from "@/components/colleges/step-forms";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadStructure } from "@/lib/features/alliances/loaders";
import { isPlanned } from "@/lib/features/colleges/rules/states";
import type { CollegeInside, CollegeView } from "@/lib/features/colleges/schema/colleges";
import { approvalItems } from "@/lib/features/colleges/types";
import { loadProjects } from "@/lib/features/projects/loaders";
import { loadResolutions } from "@/lib/features/resolutions/loaders";

type Props = { alliance: string; college: CollegeView; inside: CollegeInside };

/** What the forms of the reader choose from. */
async function choicesOf({ alliance, inside }: Props) {
  const { may } = inside;
  const [resolutions, structure] = await Promise.all([
    may.approve ? loadResolutions(alliance, { pageSize: 100 }) : undefined,
    may.formBoard ? loadStructure(alliance, {}) : undefined,
  ]);
  return {
    resolutions: (resolutions?.items ?? []).map(({ id, title }) => ({ value: id, label: title })),
    bodies: (structure?.bodies ?? [])
      .filter(({ kind, dissolvedOn }) => kind === "college_board" && !dissolvedOn)
      .map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** What is to be done: conditions, signatures, opinion, approval, board, steps. */
export async function CollegeSteps(props: Props) {
  const { alliance, college, inside } = props;
  const [t, choices] = await Promise.all([getTranslations("colleges"), choicesOf(props)]);
  const { may } = inside;
  const form = { tenant: alliance, college, inside };
  return (
    <>
      {isPlanned(college.state) && (
        <Panel title={t("guards")}>
          <div className="flex flex-col gap-3">
            <Guards inside={inside} />
            {may.manage && <CheckForm {...form} items={approvalItems} />}
          </div>
        </Panel>
      )}
      {may.signFor.length > 0 && (
        <Panel title={t("field.signed")}>
          <SignForms {...form} />
        </Panel>
      )}
      {may.opine && (
        <Panel title={t("opinion")}>
          <OpineForm {...form} />
        </Panel>
      )}
      {may.approveBlocked && <Notice tone="attention">{t("approveBlocked")}</Notice>}
      {may.approve && (
        <Panel title={t("approve")}>
          <ApproveForm {...form} resolutions={choices.resolutions} />
        </Panel>
      )}
      {may.manage && college.state === "approved" && inside.agreements.length === 0 && (
        <div>
          <ButtonLink
            variant="primary"
            href={`/a/${alliance}/agreements/new?college=${college.id}`}
          >
            {t("draftAgreement")}
          </ButtonLink>
        </div>
      )}
      {may.formBoard && (
        <Panel title={t("board")}>
          <BoardForm {...form} bodies={choices.bodies} />
        </Panel>
      )}
      {may.steps.length > 0 && (
        <Panel title={t("step")}>
          <StepForm {...form} />
        </Panel>
      )}
    </>
  );
}

/** What is seldom done: projects that belong to it, and its own facts. */
export async function CollegeTools({ alliance, college, inside }: Props) {
  const { may } = inside;
  const [t, projects] = await Promise.all([
    getTranslations("colleges"),
    may.manage ? loadProjects(alliance, { pageSize: 100 }) : undefined,
  ]);
  const form = { tenant: alliance, college, inside };
  const choices = (projects?.items ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      {choices.length > 0 && (
        <details>
          <summary className="cursor-pointer pb-3 text-accent">{t("linkProject")}</summary>
          <Panel>
            <LinkProjectForm {...form} projects={choices} />
          </Panel>
        </details>
      )}
      {may.edit && (
        <details>
          <summary className="cursor-pointer pb-3 text-accent">{t("edit")}</summary>
          <Panel>
            <EditCollegeForm {...form} />
          </Panel>
        </details>
      )}
    </>
  );
}

import { mailWords, officialDay } from "@/lib/i18n/mail";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { absoluteAddress } from "@/lib/platform/mail/address";
import { enqueueMails } from "@/lib/platform/mail/enqueue";
import type { RoundFacts } from "../queries/facts";
import type { RoundStep } from "../types";

type Kind = "self" | "result" | "published" | "answered" | "sheet";
type Address = { rowId: string; name: string; email: string; locale: string };

/** Whoever acts for a subject: its own people with a role that evaluates and objects. */
const peopleOf = (tx: Tx, scope: TenantScope, roundId: string, subjectId?: string) =>
  tx.$queryRaw<Address[]>`
    SELECT DISTINCT s.id AS "rowId", s.name, u.email, u.locale FROM evaluation_subjects s
      JOIN role_grants g ON g.alliance_id = s.alliance_id AND g.organization_id = s.organization_id
        AND g.role IN ('school_leader', 'reporter', 'enterprise_contact')
        AND g.valid_from <= ${scope.today}::date AND coalesce(g.valid_to, 'infinity') >= ${scope.today}::date
      JOIN users u ON u.id = g.user_id AND u.disabled_at IS NULL
    WHERE s.alliance_id = ${scope.alliance.id}::uuid AND s.round_id = ${roundId}::uuid
      AND (${subjectId ?? null}::uuid IS NULL OR s.id = ${subjectId ?? null}::uuid)
    ORDER BY 1, 3`;

/** Experts whose sheet is still to come. */
const expertsOf = (tx: Tx, scope: TenantScope, roundId: string) =>
  tx.$queryRaw<Address[]>`
    SELECT DISTINCT ON (u.email) e.id AS "rowId", s.name, u.email, u.locale FROM evaluation_seats e
      JOIN evaluation_subjects s ON s.id = e.subject_id JOIN users u ON u.person_id = e.person_id AND u.disabled_at IS NULL
    WHERE e.alliance_id = ${scope.alliance.id}::uuid AND s.round_id = ${roundId}::uuid
      AND e.state <> 'recused' AND e.submitted_at IS NULL ORDER BY u.email, e.id`;

type Told = Pick<RoundFacts, "id" | "title" | "version" | "selfDueOn" | "objectionUntil">;

/** One mail for each of them, in one statement; a result that went back and is told again is told anew. */
async function send(
  tx: Tx,
  scope: TenantScope,
  round: Told,
  given: { kind: Kind; to: readonly Address[]; about?: string },
): Promise<void> {
  const { kind, to, about = `${round.id}/${round.version}` } = given;
  const last = kind === "self" ? round.selfDueOn : round.objectionUntil;
  const page = kind === "sheet" ? "desk" : "subjects";
  await enqueueMails(
    tx,
    to.map(({ rowId, name, email, locale }) => {
      const values = {
        round: round.title,
        name,
        day: last ? officialDay(locale, dayOf(last)) : "",
        alliance: scope.alliance.name,
        link: absoluteAddress(`/a/${scope.alliance.slug}/evaluations/${page}/${rowId}`),
      };
      return {
        dedupeKey: `evaluation/${kind}/${about}/${rowId}/${email}`,
        recipient: email,
        subject: mailWords(locale, (words) => words.evaluations.mail[kind].subject, values),
        body: mailWords(locale, (words) => words.evaluations.mail[kind].body, values),
      };
    }),
  );
}

const told: Partial<Record<RoundStep, Kind>> = {
  self_evaluation: "self",
  objection: "result",
  published: "published",
};

/** What a step means for others: to evaluate oneself, to mark, to read a result, to object to it in time. */
export async function mailStep(
  tx: Tx,
  scope: TenantScope,
  round: Told,
  to: RoundStep,
): Promise<void> {
  if (to === "expert_scoring") {
    return send(tx, scope, round, { kind: "sheet", to: await expertsOf(tx, scope, round.id) });
  }
  const kind = told[to];
  if (kind) await send(tx, scope, round, { kind, to: await peopleOf(tx, scope, round.id) });
}

export const mailAnswer = async (
  tx: Tx,
  scope: TenantScope,
  round: Told,
  of: { subjectId: string; objectionId: string },
): Promise<void> =>
  send(tx, scope, round, {
    kind: "answered",
    to: await peopleOf(tx, scope, round.id, of.subjectId),
    about: of.objectionId,
  });

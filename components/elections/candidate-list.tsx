import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CandidateView, ElectionView } from "@/lib/features/elections/schema";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { AnswerForms, CheckForms } from "./candidate-forms";

type Props = { tenant: string; election: ElectionView };

/** Candidates in the order of the paper, with what each still waits for. */
export function CandidateList({ tenant, election }: Props) {
  const t = useTranslations("elections.candidate");
  if (election.candidateList.length === 0) return <EmptyState title={t("none")} />;
  return (
    <ol className="flex flex-col divide-y divide-line">
      {election.candidateList.map((candidate) => (
        <li key={candidate.id} className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-2">
            {candidate.organizationId ? (
              <Link href={`/organizations/${candidate.organizationId}`}>{candidate.name}</Link>
            ) : (
              <span>{candidate.name}</span>
            )}
            <CandidateBadge candidate={candidate} />
          </p>
          {candidate.statement && <p className="text-sm text-muted">{candidate.statement}</p>}
          {candidate.checkReason && <p className="text-sm">{candidate.checkReason}</p>}
          <CandidateSteps tenant={tenant} election={election} candidate={candidate} />
        </li>
      ))}
    </ol>
  );
}

function CandidateBadge({ candidate }: { candidate: CandidateView }) {
  const t = useTranslations("elections.candidate");
  if (candidate.accepted === false) return <Badge>{t("declined")}</Badge>;
  if (candidate.accepted === null) return <Badge tone="attention">{t("waiting")}</Badge>;
  if (candidate.eligible === null) return <Badge tone="attention">{t("accepted")}</Badge>;
  return candidate.eligible ? (
    <Badge tone="ok">{t("eligible")}</Badge>
  ) : (
    <Badge tone="problem">{t("notEligible")}</Badge>
  );
}

function CandidateSteps({ tenant, election, candidate }: Props & { candidate: CandidateView }) {
  const { id: candidateId, version, accepted, mayAnswer, eligible } = candidate;
  const answering = election.state === "nominating" || election.state === "acceptance";
  const one = { tenant, candidateId, version };
  return (
    <div className="print:hidden">
      {answering && accepted === null && mayAnswer && <AnswerForms {...one} />}
      {election.state === "acceptance" &&
        accepted === true &&
        eligible === null &&
        election.may.manage && <CheckForms {...one} />}
    </div>
  );
}

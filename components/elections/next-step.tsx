import { useTranslations } from "next-intl";
import { isOver } from "@/lib/features/elections/rules/states";
import type { ElectionView } from "@/lib/features/elections/schema";
import { ToneMark } from "../ui/tone";
import {
  CloseBallotForm,
  FillForm,
  LotForm,
  OpenBallotForm,
  StepForm,
  StopForm,
} from "./step-forms";

type Props = { tenant: string; election: ElectionView };

/** What the secretariat can do now, with what is still missing. */
export function ElectionNextStep({ tenant, election }: Props) {
  const base = { tenant, electionId: election.id, version: election.version };
  return (
    <div className="flex flex-col gap-4">
      <Missing election={election} />
      <Step {...base} election={election} />
      {!isOver(election.state) && <Stop {...base} election={election} />}
    </div>
  );
}

type Base = { tenant: string; electionId: string; version: number };

function Stop({ election, ...base }: Base & { election: ElectionView }) {
  const t = useTranslations("elections.step");
  const ballot = election.state === "ballot";
  return (
    <details>
      <summary className="cursor-pointer text-sm text-muted">
        {ballot ? t("abort") : t("cancel")}
      </summary>
      <div className="pt-3">
        <StopForm {...base} ballot={ballot} />
      </div>
    </details>
  );
}

function Step({ election, ...base }: Base & { election: ElectionView }) {
  const meetings = election.meetings.map(({ id, title }) => ({ value: id, label: title }));
  switch (election.state) {
    case "planned":
      return <StepForm {...base} step="open_nominations" />;
    case "nominating":
      return <StepForm {...base} step="close_nominations" />;
    case "acceptance":
      return <StepForm {...base} step="finish_check" />;
    case "checked":
      return <OpenBallotForm {...base} meetings={meetings} runOff={false} />;
    case "ballot":
      return <CloseBallotForm {...base} />;
    case "counted":
      return <AfterCount {...base} election={election} meetings={meetings} />;
    case "declared":
      return <StepForm {...base} step="announce" />;
    case "objection_period":
      return <FillForm {...base} />;
    case "filled":
    case "cancelled":
      return null;
  }
}

function AfterCount({
  election,
  meetings,
  ...base
}: Base & { election: ElectionView; meetings: { value: string; label: string }[] }) {
  const { tie, lotDue } = election.standing;
  if (!tie) return <StepForm {...base} step="declare" />;
  if (!lotDue) return <OpenBallotForm {...base} meetings={meetings} runOff />;
  const latest = election.rounds[election.rounds.length - 1];
  const names = new Map(election.candidateList.map(({ id, name }) => [id, name]));
  return (
    <LotForm
      {...base}
      seats={tie.seats}
      tied={tie.candidateIds.map((value) => ({ value, label: names.get(value) ?? "" }))}
      electors={(latest?.electors ?? []).map(({ seatId, number, holderName }) => ({
        value: seatId,
        label: `${number} · ${holderName}`,
      }))}
    />
  );
}

/** Before the freeze: the list of what is missing. */
function Missing({ election }: { election: ElectionView }) {
  const t = useTranslations("elections.missing");
  if (!["nominating", "acceptance", "checked"].includes(election.state)) return null;
  return (
    <div>
      <p className="font-medium">{t("title")}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {election.missing.length === 0 && (
          <li className="flex items-center gap-2">
            <ToneMark tone="ok" />
            {t("nothing")}
          </li>
        )}
        {election.missing.map((part) => (
          <li key={part} className="flex items-center gap-2">
            <ToneMark tone="attention" />
            {t(part)}
          </li>
        ))}
      </ul>
    </div>
  );
}

import { addDays, dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { allianceId, userId } from "../people";
import { SUZHOU } from "../suzhou/members";
import { type TrainingRun, trainingKey, trainingPlace, trainingRuns } from "../suzhou/outcomes";

const alliance = allianceId(SUZHOU);
const batchId = (run: TrainingRun) => idOf("training-batch", run.key);

/** The trainings whose results are in the ledger: each of them was entered once. */
export async function writeTrainings(tx: Tx): Promise<void> {
  await tx.trainingBatch.createMany({
    data: trainingRuns.map((run) => ({
      id: batchId(run),
      allianceId: alliance,
      organizationId: organizationId(run.unit),
      kind: "skill" as const,
      course: run.title,
      place: trainingPlace(run.unit),
      startsOn: dateOf(run.startsOn),
      endsOn: dateOf(run.on),
      naturalKey: trainingKey(run),
      persons: run.persons,
      personTimes: run.persons * run.sessions,
      personDays: run.persons * run.days,
      fullDays: true,
      publicBenefit: false,
      enteredById: run.unit === "svu" ? userId("reporter@svu.example") : null,
      synthetic: true,
      createdAt: at(addDays(run.on, 10)),
    })),
  });
  await tx.trainingBatchRecord.createMany({
    data: trainingRuns.flatMap((run) =>
      ["M39", "M40", "M41"].map((metricCode) => ({
        allianceId: alliance,
        batchId: batchId(run),
        metricCode,
        recordId: idOf("outcome-record", `${SUZHOU}/${run.key}/${metricCode}`),
      })),
    ),
  });
}

import { hash } from "@node-rs/argon2";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Keeper } from "@/lib/platform/files/keeper";
import { PrismaClient } from "@/prisma/generated/client";
import { demoPassword } from "../accounts";
import { writeAlerts } from "./alerts/write";
import { writeClaims } from "./claims/write";
import { writeBookings } from "./colleges/bookings";
import { writeColleges } from "./colleges/write";
import { writeCorrections } from "./corrections/write";
import { writeEvaluations } from "./evaluations/write";
import { storeFiles } from "./files";
import { writeIndicators } from "./indicators/write";
import { allianceId } from "./people";
import { writeProjects } from "./projects/write";
import { writeReporting } from "./reporting/write";
import { writeReports } from "./reports/write";
import { demoFiles, tellStory } from "./story";
import { writeSubscriptions } from "./subscriptions/write";
import { SUZHOU } from "./suzhou/members";
import { writeTalent } from "./talent/write";
import { writeTargets } from "./targets/write";
import { writeTrainings } from "./trainings/write";
import { writeVerification } from "./verification/write";
import { writeRows } from "./write";

/** Memory in KiB, rounds, lanes: the setting of every password of the portal. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export type Loading = {
  url: string;
  /** Keeps the papers. */
  keeper: Keeper;
  today: string;
};

/**
 * Loads the demonstration into a migrated database, all of it or nothing, and does nothing where it already is.
 * @returns whether anything was written
 */
export async function loadDemo({ url, keeper, today }: Loading): Promise<boolean> {
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
  try {
    const passwordHash = await hash(demoPassword, ARGON2);
    const rows = tellStory({ passwordHash, today });
    return await client.$transaction(
      async (tx) => {
        // Two loaders at once: the second waits here and then finds everything.
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('demonstration'))`;
        if (await tx.alliance.findUnique({ where: { id: allianceId(SUZHOU) } })) return false;
        // The bytes come first, so that no row is without its file (I-29).
        await storeFiles(keeper, demoFiles);
        await writeRows(tx, rows);
        await writeColleges(tx, today);
        await writeBookings(tx, today);
        await writeProjects(tx);
        await writeTalent(tx, today);
        await writeClaims(tx, today);
        await writeTrainings(tx);
        await writeTargets(tx);
        await writeSubscriptions(tx, today);
        await writeAlerts(tx);
        await writeEvaluations(tx, today);
        await writeVerification(tx);
        await writeCorrections(tx, today);
        await writeIndicators(tx);
        await writeReports(tx, today);
        await writeReporting(tx, today);
        return true;
      },
      { maxWait: 10_000, timeout: 120_000 },
    );
  } finally {
    await client.$disconnect();
  }
}

import "server-only";
import { Client } from "pg";
import { env } from "../env";
import { logger } from "../logger";

const CHANNEL = "meetings";
const RETRY_MS = 2_000;

type Hear = (revision: number) => void;

/**
 * One connection of the process that hears of every meeting whose revision was raised, from whichever instance. It is
 * opened with the first open screen and closed with the last; when the database is away it tries again, and whoever
 * listens is told to look for oneself, since what was said in between is lost.
 */
function openListener() {
  const rooms = new Map<string, Set<Hear>>();
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wanted = false;

  const tell = (payload: string) => {
    const [meetingId = "", revision = ""] = payload.split(" ");
    for (const hear of rooms.get(meetingId) ?? []) hear(Number(revision));
  };
  const lost = (from: Client, reason: string) => {
    if (client !== from) return;
    client = undefined;
    from.end().catch(() => undefined);
    if (!wanted) return;
    logger.warn({ reason }, "live listener lost");
    timer = setTimeout(connect, RETRY_MS).unref();
  };
  async function connect() {
    const next = new Client({
      connectionString: env().DATABASE_URL,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: "alliance-live",
    });
    client = next;
    next.on("error", (error) => lost(next, error.message));
    next.on("end", () => lost(next, "ended"));
    next.on("notification", ({ payload }) => tell(payload ?? ""));
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      // Revisions that were raised while nobody listened: everybody asks once.
      for (const room of rooms.values()) for (const hear of room) hear(0);
    } catch (error) {
      lost(next, error instanceof Error ? error.message : String(error));
    }
  }
  return {
    /** Calls `hear` with each new revision of the meeting; 0 means "ask". @returns ends it */
    listen(meetingId: string, hear: Hear): () => void {
      const room = rooms.get(meetingId) ?? new Set();
      rooms.set(meetingId, room.add(hear));
      if (!wanted) {
        wanted = true;
        void connect();
      }
      return () => {
        room.delete(hear);
        if (room.size === 0 && rooms.get(meetingId) === room) rooms.delete(meetingId);
        if (rooms.size > 0) return;
        wanted = false;
        clearTimeout(timer);
        const last = client;
        client = undefined;
        last?.end().catch(() => undefined);
      };
    },
    /** Breaks the connection, as a restart of the database would. */
    interrupt: async () => {
      await client?.end();
    },
  };
}

// One per process: the development server loads this module again and again.
const holder = globalThis as { allianceLive?: ReturnType<typeof openListener> };

export const meetingListener = () => {
  holder.allianceLive ??= openListener();
  return holder.allianceLive;
};

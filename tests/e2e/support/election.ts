import type { Page } from "@playwright/test";
import { apiOf } from "./sitting";

type Given = { tenant: string; secretariat: string };
type Versioned = { id: string; version: number };

const dayIn = (days: number) =>
  new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

/** A body of its own with one seat to be elected: a second run finds a vacancy again. */
export async function vacantBody(page: Page, given: Given & { name: string }): Promise<string> {
  const api = await apiOf(page, given.secretariat);
  const { id } = await api<Versioned>(`${given.tenant}/structure/bodies`, {
    kind: "supervisory_board",
    name: given.name,
  });
  await api(`${given.tenant}/bodies/${id}/seats`, {
    count: 1,
    basis: "elected",
    position: "member",
  });
  const term = { startsOn: dayIn(-30), endsOn: dayIn(900) };
  await api(`${given.tenant}/bodies/${id}/terms`, term);
  return id;
}

/** The council sits, and everybody is there: in its meeting those who are present elect. */
export async function sittingCouncil(page: Page, given: Given & { title: string }) {
  const api = await apiOf(page, given.secretariat);
  const { items } = await api<{ items: { id: string; name: string }[] }>(
    `${given.tenant}/bodies`,
    undefined,
    "GET",
  );
  const council = items.find(({ name }) => name === "理事会");
  if (!council) throw new Error("no council");
  const soon = new Date(Date.now() + 9 * 3_600_000).toISOString();
  let at = await api<Versioned>(`${given.tenant}/meetings/drafts`, {
    bodyId: council.id,
    title: given.title,
    mode: "room",
    place: "示例会议室",
    heldOn: soon.slice(0, 10),
    time: soon.slice(11, 16),
  });
  const meeting = `${given.tenant}/meetings/${at.id}`;
  await api(`${meeting}/items`, { title: "选举", kind: "elect", matter: "election" });
  const live = () => api<{ version: number }>(`${meeting}/live`, undefined, "GET");
  for (const step of ["notice", "check-in"]) {
    const { version } = await live();
    at = await api(`${meeting}/${step}`, {
      version,
      ...(step === "notice" && { waiver: "示例：临时召集" }),
    });
  }
  await api(`${meeting}/presence/mark-all`, {});
  await api(`${meeting}/open`, { version: (await live()).version });
  return { councilId: council.id, meeting };
}

/** The meeting ends; the election goes on without it. */
export async function endSitting(page: Page, given: Given & { meeting: string }): Promise<void> {
  const api = await apiOf(page, given.secretariat);
  const live = await api<{ version: number; items: Versioned[] }>(
    `${given.meeting}/live`,
    undefined,
    "GET",
  );
  for (const { id, version } of live.items) {
    await api(`${given.tenant}/agenda-items/${id}/settle`, { version, how: "hear" });
  }
  const { version } = await api<{ version: number }>(`${given.meeting}/live`, undefined, "GET");
  await api(`${given.meeting}/close`, { version });
}

type Round = {
  id: string;
  state: string;
  candidates: { candidateId: string; name: string }[];
  cards: { seatId: string }[];
};

/** Others mark one candidate, each by a key of one's own. */
export async function castPapers(
  page: Page,
  emails: readonly string[],
  given: { tenant: string; electionId: string; name: string },
): Promise<void> {
  for (const email of emails) {
    const api = await apiOf(page, email);
    const { rounds } = await api<{ rounds: Round[] }>(
      `${given.tenant}/elections/${given.electionId}`,
      undefined,
      "GET",
    );
    const round = rounds.find(({ state }) => state === "open");
    const card = round?.cards[0];
    const choice = round?.candidates.find(({ name }) => name === given.name);
    if (!round || !card || !choice) throw new Error(`${email} has no paper`);
    await api(`${given.tenant}/elections/rounds/${round.id}/papers`, {
      seatId: card.seatId,
      marks: [choice.candidateId],
    });
  }
}

import { canonicalText } from "@/lib/features/minutes/rules";
import type { ParagraphPart } from "@/lib/features/minutes/types";
import { mailWords, officialDay } from "@/lib/i18n/mail";
import { addDays, dateOf } from "@/lib/kernel/dates";
import { at } from "../days";
import { idOf, sha256 } from "../ids";
import { personId, userId } from "../people";
import type { DemoRows } from "../rows";
import { councilSeats, delegateOf } from "./council";
import { SUZHOU, suzhouId } from "./members";
import { type Sitting, sittings } from "./sittings";

type Paragraph = { part: ParagraphPart; text: string; internal: boolean; itemId: string | null };

const say = (
  pick: Parameters<typeof mailWords>[1],
  values: Record<string, string | number> = {},
): string => mailWords("zh-CN", pick, values);

const minutesId = (key: string) => idOf("minutes", `${SUZHOU}/${key}`);
const body = "理事会";

function opening({ title, day, absent, proxies }: Sitting): Paragraph[] {
  const seats = councilSeats.length;
  const start = `${officialDay("zh-CN", day)} 14:00`;
  const mode = say((w) => w.meetings.mode.room);
  const line = (part: ParagraphPart, text: string, internal = false) => ({
    part,
    text,
    internal,
    itemId: null,
  });
  const names = councilSeats
    .filter((_, index) => !absent.includes(index + 1))
    .map(({ unit }) => delegateOf(unit).name);
  return [
    line(
      "notice",
      say((w) => w.minutes.draft.held, { start, body, mode, place: "示例会议室", title }) +
        say((w) => w.minutes.draft.chaired, { chair: delegateOf("district").name }),
    ),
    line(
      "presence",
      say((w) => w.minutes.draft.counted, {
        all: seats,
        filled: seats,
        present: seats - absent.length - proxies.length,
        online: 0,
        proxy: proxies.length,
        excused: absent.length,
        absent: 0,
      }),
    ),
    line(
      "presence",
      say((w) => w.minutes.draft.list, {
        status: say((w) => w.meetings.attendanceStatus.present),
        names: names.join(say((w) => w.minutes.draft.and)),
      }),
      true,
    ),
  ];
}

/** Resolutions are numbered in the order of the items that were carried. */
function itemsOf(sitting: Sitting): Paragraph[] {
  const year = Number(sitting.day.slice(0, 4));
  let number = 0;
  return sitting.items.flatMap(({ title, partyPrior, motion }, index) => {
    const order = index + 1;
    const itemId = idOf("agenda-item", `${SUZHOU}/${sitting.key}/${order}`);
    const at = (part: ParagraphPart, text: string) => ({ part, text, internal: false, itemId });
    const named =
      say((w) => w.minutes.draft.item, { order, title }) +
      (partyPrior ? say((w) => w.minutes.draft.partyPrior) : "");
    if (!motion)
      return [
        at("item", named),
        at(
          "item",
          say((w) => w.minutes.draft.heard),
        ),
      ];
    const { yes, no, abstain } = motion.votes;
    const result = say((w) => w.minutes.draft.motion, { text: motion.text });
    const counts = `赞成${yes}票，反对${no}票，弃权${abstain}票。${say((w) => w.bodies.outcome[motion.outcome])}。`;
    const told = [at("item", named), at("result", `${result}\n${counts}`)];
    if (motion.outcome !== "carried") return told;
    number += 1;
    const code = say((w) => w.resolutions.code, { body, year, number });
    const day = officialDay("zh-CN", sitting.day);
    return [
      ...told,
      at(
        "result",
        say((w) => w.minutes.draft.resolved, { code, day }),
      ),
    ];
  });
}

const paragraphsOf = (sitting: Sitting): Paragraph[] => [...opening(sitting), ...itemsOf(sitting)];

/** Both paper meetings have their minutes: confirmed without objection, signed by the chair, published. */
export function suzhouMinutesRows(): Partial<DemoRows> {
  const years = [...new Set(sittings.map(({ day }) => Number(day.slice(0, 4))))];
  return {
    minutes: sittings.map((sitting) => ({
      id: minutesId(sitting.key),
      allianceId: suzhouId,
      meetingId: idOf("meeting", `${SUZHOU}/${sitting.key}`),
      state: "published",
      stateSince: at(addDays(sitting.day, 12)),
      year: Number(sitting.day.slice(0, 4)),
      number: 1,
      circulatedAt: at(addDays(sitting.day, 3)),
      objectUntil: dateOf(addDays(sitting.day, 10)),
      confirmedAt: at(addDays(sitting.day, 11)),
      sha256: sha256(canonicalText(paragraphsOf(sitting))),
      publishedAt: at(addDays(sitting.day, 12)),
      draftedById: userId("secretariat@suzhou.example"),
      version: 5,
      createdAt: at(addDays(sitting.day, 2)),
    })),
    minutesParagraph: sittings.flatMap((sitting) =>
      paragraphsOf(sitting).map((paragraph, index) => ({
        ...paragraph,
        id: idOf("minutes-paragraph", `${SUZHOU}/${sitting.key}/${index + 1}`),
        allianceId: suzhouId,
        minutesId: minutesId(sitting.key),
        sortOrder: index + 1,
      })),
    ),
    minutesSignature: sittings.map((sitting) => ({
      allianceId: suzhouId,
      minutesId: minutesId(sitting.key),
      personId: personId("chair@suzhou.example"),
      capacity: "chair",
      personName: delegateOf("district").name,
      signedAt: at(addDays(sitting.day, 11)),
      sha256: sha256(canonicalText(paragraphsOf(sitting))),
    })),
    counter: years.map((year) => ({ allianceId: suzhouId, series: "minutes", year, value: 1 })),
  };
}

import type { Dashboard, MetricNumber } from "@/lib/features/dashboards/schema";
import { namedCodes } from "@/lib/features/metrics/types";
import { projectStates } from "@/lib/features/projects/types";
import { mailCount, mailMoney, mailWords, officialDay } from "@/lib/i18n/mail";
import { addressWith } from "@/lib/kernel/address";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { absoluteAddress } from "@/lib/platform/mail/address";
import type { Mail } from "@/lib/platform/mail/enqueue";
import type { Due } from "../queries/due";

/** Name of a registered number, in the language of a mail; undefined where it has none. */
export function nameOf({ code, name }: MetricNumber, locale: string): string | undefined {
  if (name) return locale === "en" ? name.en : name.zh;
  const named = namedCodes.find((one) => one === code);
  if (named) return mailWords(locale, (words) => words.metrics.name[named]);
  const state = projectStates.find((one) => code === `projects-${one}`);
  return state && mailWords(locale, (words) => words.projects.state[state]);
}

/** A value of a registered number with its unit: money as money, a count with what is counted. */
export function quantityOf({ source, unit }: MetricNumber, value: string, locale: string): string {
  if (source === "funds") return mailMoney(locale, value);
  const own = unit && (locale === "en" ? unit.en : unit.zh);
  const counted =
    source === "outcomes" ? "" : mailWords(locale, (words) => words.metrics.unitOf[source]);
  return `${mailCount(locale, value)} ${own ?? counted}`;
}

/** One number as a line: name, value, unit, and the year of a stock. */
function lineOf(number: MetricNumber, locale: string): string[] {
  const name = nameOf(number, locale);
  if (number.state !== "value" || number.value === null || name === undefined) return [];
  const text = quantityOf(number, number.value, locale);
  if (number.source === "funds") return [`${name}: ${text}`];
  const year = number.newest === null || number.time === "flow" ? "" : ` (${number.newest})`;
  return [`${name}: ${number.atMost ? "≤ " : ""}${text}${year}`];
}

/** The page as a text, with the way to it and the way out. */
export function pageMail(scope: TenantScope, due: Due, board: Dashboard): Mail {
  const { alliance, today } = scope;
  const values = {
    alliance: alliance.name,
    whose: board.organization?.name ?? alliance.name,
    day: officialDay(due.locale, today),
    from: board.from,
    to: board.to,
    lines: board.numbers.flatMap((number) => lineOf(number, due.locale)).join("\n"),
    link: absoluteAddress(addressWith(`/a/${alliance.slug}/dashboard`, due.filters)),
    end: absoluteAddress(`/a/${alliance.slug}/dashboard/subscriptions/end/${due.linkKey}`),
  };
  const layer = board.status;
  return {
    dedupeKey: `subscription/${due.id}/${today}`,
    recipient: due.email,
    subject: mailWords(due.locale, (words) => words.subscriptions.mail.subject, values),
    body: [
      mailWords(due.locale, (words) => words.subscriptions.mail[layer], values),
      mailWords(due.locale, (words) => words.subscriptions.mail.body, values),
    ].join("\n\n"),
  };
}

/** Why nothing more comes. */
export function endedMail(scope: TenantScope, due: Due): Mail {
  const values = { alliance: scope.alliance.name };
  return {
    dedupeKey: `subscription-ended/${due.id}`,
    recipient: due.email,
    subject: mailWords(due.locale, (words) => words.subscriptions.mail.endedSubject, values),
    body: mailWords(due.locale, (words) => words.subscriptions.mail.endedBody, values),
  };
}

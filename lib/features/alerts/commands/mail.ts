import { nameOf, quantityOf } from "@/lib/features/subscriptions/commands/mail";
import { mailWords, officialDay } from "@/lib/i18n/mail";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { absoluteAddress } from "@/lib/platform/mail/address";
import type { Mail } from "@/lib/platform/mail/enqueue";
import type { Due } from "../queries/due";
import type { Seen } from "../queries/read";

type Value = Extract<Seen, { state: "value" }>;

/** Hundredths are kept, people count in ones: "3.00" is 3. */
const plain = (value: string): string => value.replace(/\.00$/, "");

/** What is so, with the numbers filled in. */
export function sentenceOf(scope: TenantScope, due: Due, seen: Value, locale: string): string {
  const { number, years, cycle, day } = seen.facts;
  const values = {
    whose: due.organization ?? scope.alliance.name,
    value: plain(seen.value),
    bound: plain(due.bound),
    cycle: cycle ?? "",
    day: day ? officialDay(locale, day) : "",
  };
  const { about, direction } = due;
  if (about !== "threshold" || !number || !direction) {
    const kind = about === "threshold" ? "negative_indicator" : about;
    return mailWords(locale, (words) => words.alerts.sentence[kind], values);
  }
  const period = number.time === "flow" && years ? { ...years } : { from: number.newest ?? "" };
  const when = "to" in period ? "years" : number.newest === null ? "now" : "year";
  return mailWords(locale, (words) => words.alerts.sentence.threshold, {
    whose: values.whose,
    name: nameOf(number, locale) ?? number.code,
    when: mailWords(locale, (words) => words.alerts.sentence[when], period),
    value: quantityOf(number, seen.value, locale),
    condition: mailWords(locale, (words) => words.alerts.direction[direction], {
      bound: quantityOf(number, due.bound, locale),
    }),
  });
}

/** Once when it is raised, with the way to the number and the way out. */
export function raisedMail(
  scope: TenantScope,
  due: Due,
  raising: { id: string; path: string; sentence: string },
): Mail {
  const base = `/a/${scope.alliance.slug}`;
  const values = {
    alliance: scope.alliance.name,
    about: mailWords(due.locale, (words) => words.alerts.about[due.about]),
    sentence: raising.sentence,
    link: absoluteAddress(`${base}/${raising.path}`),
    mine: absoluteAddress(`${base}/dashboard/alerts`),
    end: absoluteAddress(`${base}/dashboard/alerts/end/${due.linkKey}`),
  };
  return {
    dedupeKey: `alert/${raising.id}`,
    recipient: due.email,
    subject: mailWords(due.locale, (words) => words.alerts.mail.subject, values),
    body: mailWords(due.locale, (words) => words.alerts.mail.body, values),
  };
}

/** Why nothing more comes, or why today nothing could be compared. */
export function plainMail(scope: TenantScope, due: Due, kind: "ended" | "failed"): Mail {
  const values = {
    alliance: scope.alliance.name,
    about: mailWords(due.locale, (words) => words.alerts.about[due.about]),
    mine: absoluteAddress(`/a/${scope.alliance.slug}/dashboard/alerts`),
  };
  return {
    dedupeKey: `alert-${kind}/${due.id}/${scope.today}`,
    recipient: due.email,
    subject: mailWords(due.locale, (words) => words.alerts.mail[`${kind}Subject`], values),
    body: mailWords(due.locale, (words) => words.alerts.mail[`${kind}Body`], values),
  };
}

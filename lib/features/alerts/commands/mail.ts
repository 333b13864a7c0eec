import type { MetricNumber } from "@/lib/features/dashboards/schema";
import { organizationKinds } from "@/lib/features/organizations/types";
import { projectStates } from "@/lib/features/projects/types";
import { nameOf, quantityOf } from "@/lib/features/subscriptions/commands/mail";
import { mailWords, officialDay } from "@/lib/i18n/mail";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { absoluteAddress } from "@/lib/platform/mail/address";
import type { Mail } from "@/lib/platform/mail/enqueue";
import type { Due } from "../queries/due";
import type { Seen } from "../queries/read";
import type { AlertDirection } from "../types";

type Value = Extract<Seen, { state: "value" }>;

/** Hundredths are kept, people count in ones: "3.00" is 3. */
const plain = (value: string): string => value.replace(/\.00$/, "");

/** The name of a number, as its tile has it: members of a kind and projects in a state are parts of a whole. */
function metricName(number: MetricNumber, locale: string): string {
  const { code } = number;
  const name = (whole: "members" | "projects", part: string) =>
    mailWords(locale, (words) => words.metrics.nameOf, {
      name: mailWords(locale, (words) => words.metrics.name[whole]),
      part,
    });
  const kind = organizationKinds.find((one) => code === `members-${one}`);
  if (kind)
    return name(
      "members",
      mailWords(locale, (words) => words.organizations.kind[kind]),
    );
  const state = projectStates.find((one) => code === `projects-${one}`);
  if (state)
    return name(
      "projects",
      mailWords(locale, (words) => words.projects.state[state]),
    );
  return nameOf(number, locale) ?? code;
}

/** Of which years: those of a flow, the one of a stock; a list as it stands has none. */
function whenOf({ number, years }: Value["facts"], locale: string): string | undefined {
  if (number?.time === "flow" && years)
    return mailWords(locale, (words) => words.alerts.sentence.years, years);
  const year = number?.newest;
  return year ? mailWords(locale, (words) => words.alerts.sentence.year, { year }) : undefined;
}

function thresholdSentence(
  number: MetricNumber,
  direction: AlertDirection,
  given: { whose: string; value: string; bound: string; when: string | undefined },
  locale: string,
): string {
  const { whose, value, bound, when } = given;
  return mailWords(locale, (words) => words.alerts.sentence[when ? "thresholdIn" : "threshold"], {
    whose,
    name: metricName(number, locale),
    when: when ?? "",
    value: `${number.atMost ? "≤ " : ""}${quantityOf(number, value, locale)}`,
    condition: mailWords(locale, (words) => words.alerts.direction[direction], {
      bound: quantityOf(number, bound, locale),
    }),
  });
}

/** What is so, with the numbers filled in. */
export function sentenceOf(scope: TenantScope, due: Due, seen: Value, locale: string): string {
  const { about, direction, bound } = due;
  const { number, cycle, day, published } = seen.facts;
  const whose = due.organization ?? scope.alliance.name;
  if (about === "threshold") {
    if (!number || !direction) throw new Error("a threshold without its number");
    const when = whenOf(seen.facts, locale);
    return thresholdSentence(number, direction, { whose, value: seen.value, bound, when }, locale);
  }
  const key = published ? "vetoed" : about;
  return mailWords(locale, (words) => words.alerts.sentence[key], {
    whose,
    value: plain(seen.value),
    bound: plain(bound),
    cycle: cycle ?? "",
    day: day ? officialDay(locale, day) : "",
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

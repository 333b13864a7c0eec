/**
 * Which record a form is about. A form about another record is another form: what was typed for one must not stand under
 * the next, as a motion's words did when the chair went on to the next item. The version is not part of it, so that a
 * page that is read again leaves what is being typed.
 */
export const subjectOf = (hidden: Record<string, unknown> = {}): string =>
  Object.keys(hidden)
    .filter((name) => name === "id" || name.endsWith("Id"))
    .sort()
    .map((name) => `${name}=${String(hidden[name])}`)
    .join("&");

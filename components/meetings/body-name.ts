/** The name of a body in the reader's language. */
export const bodyName = (body: { name: string; nameEn: string | null }, locale: string): string =>
  (locale === "en" && body.nameEn) || body.name;

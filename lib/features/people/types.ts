/** Languages in which mail is written to somebody; the screen follows the browser's own choice. */
export const languages = ["zh-CN", "en"] as const;

/** 八级工, the lowest first. */
export const skillLevels = [
  "apprentice",
  "junior",
  "intermediate",
  "senior",
  "technician",
  "senior_technician",
  "special_technician",
  "chief_technician",
] as const;

/** The metric that counts people who were trained, each once (domain 4.1, rule 1). */
export const peopleTrained = "M40";

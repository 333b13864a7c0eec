/** Light and dark follow the system unless this browser chose one of them. */
const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];
export const themeCookie = "theme";

export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

/** Rows of tables stand apart unless this browser chose them close together. */
export const densityCookie = "density";
export const isCompact = (value: unknown): value is "compact" => value === "compact";

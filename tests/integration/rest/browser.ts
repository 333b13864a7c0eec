import { vi } from "vitest";

/** The cookies of the browser that "calls"; outside of Next there is no request to read them from. */
const jar = new Map<string, string>();

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => {
      const value = jar.get(name);
      return value === undefined ? undefined : { name, value };
    },
  }),
  headers: async () => new Headers(),
}));

export const signInAs = (name: string, value: string): void => {
  jar.clear();
  jar.set(name, value);
};
export const forgetCookies = (): void => jar.clear();

import type {} from "next-intl";
import type { Locale } from "./locales";
import type { messages } from "./messages/zh-CN";

// Message keys are checked by the compiler in both languages.
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
  }
}

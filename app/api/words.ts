import { wordsOf } from "@/lib/i18n/wording";
import type { Wording } from "@/lib/platform/rest/handler";

export const words: Wording = (code, request, details) =>
  wordsOf(code, request.headers.get("accept-language"), details);

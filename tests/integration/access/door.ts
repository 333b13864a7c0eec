import "./next-modules";
import { NextRequest } from "next/server";
import { handlers } from "@/lib/platform/auth/next-auth";

export const origin = "http://localhost:3999";

/** Keeps cookies from answer to answer, as a browser does. */
export class Browser {
  readonly jar = new Map<string, string>();
  constructor(readonly headers: Record<string, string> = {}) {}

  async send(path: string, form?: Record<string, string>): Promise<Response> {
    const request = new NextRequest(new URL(path, origin), {
      method: form ? "POST" : "GET",
      headers: {
        ...this.headers,
        cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join("; "),
      },
      ...(form && { body: new URLSearchParams(form) }),
    });
    const answer = await (form ? handlers.POST(request) : handlers.GET(request));
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === "" || /Max-Age=0/i.test(cookie)) this.jar.delete(name);
      else this.jar.set(name, decodeURIComponent(value));
    }
    return answer;
  }

  async post(path: string, form: Record<string, string>): Promise<Response> {
    const { csrfToken } = await (await this.send("/api/auth/csrf")).json();
    return this.send(path, { ...form, csrfToken });
  }

  signIn(email: string, password: string, callbackUrl = "/"): Promise<Response> {
    return this.post("/api/auth/callback/credentials", { email, password, callbackUrl });
  }

  get session(): string | undefined {
    return this.jar.get("alliance-session");
  }
}

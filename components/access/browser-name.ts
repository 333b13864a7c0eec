const browsers = [
  ["MicroMessenger", "微信"],
  ["DingTalk", "钉钉"],
  ["Edg/", "Edge"],
  ["QQBrowser", "QQ 浏览器"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;

const systems = [
  ["HarmonyOS", "HarmonyOS"],
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS", "macOS"],
  ["Linux", "Linux"],
] as const;

const find = (agent: string, known: readonly (readonly [string, string])[]) =>
  known.find(([mark]) => agent.includes(mark))?.[1];

/** Enough of a user agent to recognise one's own device; names of products are the same in every language. */
export function browserName(agent: string | null): { browser?: string; system?: string } {
  const browser = agent ? find(agent, browsers) : undefined;
  const system = agent ? find(agent, systems) : undefined;
  return { ...(browser && { browser }), ...(system && { system }) };
}

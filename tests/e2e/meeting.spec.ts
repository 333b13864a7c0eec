import type { Locator, Page } from "@playwright/test";
import { syntheticCreditCode } from "../../lib/features/organizations/rules/credit-code";
import {
  agree,
  castBy,
  recommendedApplicant,
  seatsWithoutAccount,
  signInto,
  windowOf,
} from "./support/sitting";
import { expect, expectAccessible, test } from "./support/test";

const tenant = "suzhou-robotics";
const base = `/a/${tenant}`;
// Another applicant on every run, so that a second run on the same data finds one to admit.
const now = Date.now();
const applicant = `示例科研机构 ${now}`;
const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);
const delegate = (n: number) => `delegate${String(n).padStart(2, "0")}@suzhou.example`;
const said = "示例：情况紧急，经理事长同意缩短通知期。";

async function addItem(desk: Page, title: string, fill: (form: Locator) => Promise<void>) {
  const fold = desk
    .locator("details")
    .filter({ has: desk.locator("summary", { hasText: "添加议题" }) });
  // By key: the note that something was saved may lie over it for a moment.
  if ((await fold.getAttribute("open")) === null)
    await fold.locator("summary").first().press("Enter");
  await fold.getByLabel("议题名称").fill(title);
  await fill(fold);
  await fold.getByRole("button", { name: "添加议题" }).click();
  await expect(desk.getByRole("heading", { name: new RegExp(`\\d\\. ${title}$`) })).toBeVisible();
}

/** Calls an item, prepares its vote and opens it. */
async function openVote(desk: Page, title: string, method: string) {
  const line = desk.locator("li", { hasText: title }).filter({ hasText: "进入此项" });
  await line.getByRole("button", { name: "进入此项" }).click();
  await expect(desk.getByRole("heading", { level: 2, name: title })).toBeVisible();
  await desk.getByRole("radio", { name: method, exact: true }).check();
  await desk.getByRole("button", { name: "准备表决", exact: true }).click();
  await desk.getByRole("button", { name: "开始表决", exact: true }).click();
  await expect(desk.getByText(/已投 0 \/ \d+ 席/)).toBeVisible();
}

async function endVote(desk: Page) {
  await agree(desk, "结束表决");
  await agree(desk, "宣布结果");
}

test("three browsers: a meeting is prepared, noticed, opened, voted in and closed", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(150_000);
  const faults: string[] = [];
  const open = (email: string, size: "desk" | "phone") =>
    windowOf(browser, { email, size, baseURL: baseURL ?? "", faults });
  const desk = await open("secretariat@suzhou.example", "desk");
  const first = await open(delegate(1), "phone");
  const second = await open(delegate(3), "phone");

  await recommendedApplicant(desk, {
    tenant,
    secretariat: "secretariat@suzhou.example",
    name: applicant,
    creditCode: syntheticCreditCode(now % 1_000_000_000),
  });

  // Prepared from a draft, and noticed with the reason why it is short.
  const soon = new Date(Date.now() + 60 * 60_000 + 8 * 3_600_000).toISOString();
  await desk.goto(`${base}/meetings/new`);
  await desk.getByLabel("机构").selectOption({ label: "理事会" });
  await desk.getByLabel("会议名称").fill(`示例理事会 ${Date.now()}`);
  await desk.getByLabel("会议日期").fill(soon.slice(0, 10));
  await desk.getByLabel("开始时间").fill(soon.slice(11, 16));
  await desk.getByLabel("召开方式").selectOption({ label: "现场与线上" });
  await desk.getByLabel("地点").fill("示例会议室");
  await desk.getByLabel("线上入会链接").fill("https://meet.example/room");
  await desk.getByRole("button", { name: "保存草稿，下一步列议程" }).click();
  await expect(desk.getByText("议程还是空的")).toBeVisible();
  const meeting = new URL(desk.url()).pathname;
  const meetingId = meeting.split("/").at(-1) ?? "";
  await addItem(desk, "接纳新成员", async (form) => {
    // The application is named once: its matter and what the vote does follow.
    const choice = form.locator('[name="applicationId"]');
    const label = await choice.getByRole("option").filter({ hasText: applicant }).textContent();
    await choice.selectOption({ label: label ?? "" });
    await expect(form.locator('[name="effect.kind"]')).toHaveValue("admit");
    await expect(form.getByLabel("事项类别")).toHaveValue("membership");
  });
  await expect(desk.getByText(`通过后：接纳${applicant}为成员`)).toBeVisible();
  await addItem(desk, "示例普通事项", async () => undefined);
  await addItem(desk, "示例程序事项", async (form) => {
    await form.getByLabel("事项类别").selectOption({ label: "程序事项" });
  });
  await desk.getByLabel("缩短通知期的理由").first().fill(said);
  await agree(desk, "发出会议通知");
  await expect(desk.getByText("应到 31 席")).toBeVisible();

  // A letter by one delegate, accepted by the secretariat; a delegate steps back from the second item.
  await second.goto(`${meeting}/me`);
  await second.locator("summary", { hasText: "委托他席代为表决" }).press("Enter");
  await second.getByLabel("受托席位").selectOption({ index: 3 });
  const holder = await second.getByLabel("受托席位").locator("option:checked").textContent();
  expect(holder).toContain("苏州市职业大学");
  const letter = { name: "委托书.pdf", mimeType: "application/pdf", buffer: pdf };
  await expect(async () => {
    await second.locator("input[type=file]").setInputFiles(letter);
    await expect(second.getByText("已上传：委托书.pdf")).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 15_000 });
  await second.getByRole("button", { name: "委托他席代为表决" }).click();
  await expect(second.getByText("待秘书处接受")).toBeVisible();
  await second.context().clearCookies();
  await signInto(second, delegate(2));
  await desk.getByRole("button", { name: "接受委托" }).click();
  await expect(desk.getByText("已接受").first()).toBeVisible();

  // Two check in on their phones, the rest by the secretary in one step; ten are not there.
  await desk.getByRole("button", { name: "开始签到" }).click();
  await expect(desk).toHaveURL(`${meeting}/console`);
  for (const phone of [first, second]) {
    await phone.goto(`${meeting}/me`);
    await phone.getByRole("button", { name: "线上签到" }).click();
    await expect(phone.getByText("已签到")).toBeVisible();
  }
  await desk.getByRole("button", { name: /^全部登记到会/ }).click();
  await expect(desk.getByText(/现 31：/)).toBeVisible();
  const away = (await seatsWithoutAccount(meetingId)).slice(0, 10);
  expect(away).toHaveLength(10);
  for (const [index, seat] of away.entries()) {
    await desk.getByRole("button", { name: `${seat} 号席离席`, exact: true }).click();
    await expect(desk.getByText(new RegExp(`现 ${30 - index}：`))).toBeVisible();
  }
  await desk.getByRole("button", { name: "宣布开会" }).click();
  await expect(desk.getByText("再走 1 人即失去法定人数")).toBeVisible();
  await expectAccessible(desk);

  // One leaves: the quorum is lost, with the letter that the seat carries; back again it is regained.
  await agree(first, "离席");
  await expect(desk.getByText("未达法定人数").first()).toBeVisible();
  await expect(desk.getByText("还差 2 席")).toBeVisible();
  await first.getByRole("button", { name: "线上签到" }).click();
  await expect(desk.getByText("再走 1 人即失去法定人数")).toBeVisible();

  // A named vote admits the applicant; the proxy is a second card.
  await openVote(desk, "接纳新成员", "记名");
  const cards = first.locator("li", { has: first.getByRole("button", { name: "赞成" }) });
  await expect(first.getByText(/^受托：/)).toBeVisible();
  for (const n of [0, 1]) {
    await cards.getByRole("button", { name: "赞成" }).nth(n).click();
    await expect(first.getByText("您已投：赞成")).toHaveCount(n + 1);
  }
  await second.getByRole("button", { name: "赞成" }).click();
  await expect(second.getByText("您已投：赞成")).toBeVisible();
  await expectAccessible(second);
  const more = [...[4, 5, 6, 7, 8, 9, 10, 11, 12].map(delegate), "chair@suzhou.example"];
  await castBy(desk, more, { tenant, meetingId, choice: "yes" });
  await endVote(desk);
  await expect(desk.getByText(/因 13 × 2 > 1 × 21，通过/)).toBeVisible();
  await expect(desk.getByRole("link", { name: /形成决议/ })).toBeVisible();

  // Secret: one seat has stepped back and has no card; the sheet counts it out and says why it is not carried.
  await second
    .locator("li", { hasText: "示例普通事项" })
    .locator("summary", { hasText: "声明利害关系" })
    .click();
  await second.getByRole("radio", { name: "有，回避此项" }).check();
  await second.getByRole("button", { name: "提交声明" }).click();
  await expect(second.getByText(/您已回避此项/)).toBeVisible();
  await openVote(desk, "示例普通事项", "无记名");
  await expect(
    second.getByText("您的席位已就本项回避，不参加表决，也不计入表决基数。"),
  ).toBeVisible();
  await first.getByRole("button", { name: "反对" }).first().click();
  await first.getByRole("dialog").getByRole("button", { name: "投反对" }).click();
  await expect(first.getByText("已投票", { exact: true })).toBeVisible();
  // A secret box is not opened on a few ballots.
  await castBy(desk, more.slice(0, 5), { tenant, meetingId, choice: "no", secret: true });
  await desk.context().pages()[0]?.bringToFront();
  await endVote(desk);
  await expect(desk.getByText(/因 0 × 2 .* 1 × 20，未通过/)).toBeVisible();

  // A tie by the rule: equal votes fail.
  await openVote(desk, "示例程序事项", "记名");
  await first.getByRole("button", { name: "赞成" }).first().click();
  await second.getByRole("button", { name: "反对" }).click();
  await expect(desk.getByText(/已投 2 \/ \d+ 席/)).toBeVisible();
  const wall = await desk.context().newPage();
  await wall.goto(`${meeting}/room`);
  await expect(wall.getByRole("heading", { name: "示例程序事项" })).toBeVisible();
  await expect(wall.getByRole("navigation")).toHaveCount(0);
  await expectAccessible(wall);
  await wall.close();
  await endVote(desk);
  await expect(desk.getByText(/因 1 × 2 .* 1 × 2，未通过/)).toBeVisible();

  await agree(desk, "闭会");
  await expect(desk).toHaveURL(meeting);
  await expect(desk.getByText("已闭会").first()).toBeVisible();
  await desk.goto(`${base}/members?q=${encodeURIComponent(applicant)}`);
  await expect(desk.getByRole("link", { name: applicant })).toBeVisible();
  expect(faults).toEqual([]);
});

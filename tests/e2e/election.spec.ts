import type { Page } from "@playwright/test";
import { castPapers, endSitting, sittingCouncil, vacantBody } from "./support/election";
import { agree, windowOf } from "./support/sitting";
import { expect, expectAccessible, sizes, test } from "./support/test";

const tenant = "suzhou-robotics";
const base = `/a/${tenant}`;
const secretariat = "secretariat@suzhou.example";
const delegate = (n: number) => `delegate${String(n).padStart(2, "0")}@suzhou.example`;
const others = [2, 3, 4, 5, 6, 7, 8].map(delegate);

// Another body, meeting and people on every run: nothing of an earlier run, or of another journey, is in the way.
const now = Date.now();
const title = `示例选举会议 ${now}`;
const first = `示例候选人甲 ${now}`;
const second = `示例候选人乙 ${now}`;

async function nominate(page: Page, name: string) {
  await page.getByLabel("姓名").fill(name);
  await page.getByRole("button", { name: "提名候选人" }).click();
  await expect(page.locator("li", { hasText: name })).toBeVisible();
}

test("an election from the nomination to the appointment letter", async ({ browser, baseURL }) => {
  test.setTimeout(150_000);
  const faults: string[] = [];
  const open = (email: string, size: "desk" | "phone") =>
    windowOf(browser, { email, size, baseURL: baseURL ?? "", faults });
  const desk = await open(secretariat, "desk");
  const phone = await open(delegate(1), "phone");
  const bodyId = await vacantBody(desk, { tenant, secretariat, name: `示例监督小组 ${now}` });
  const { councilId, meeting } = await sittingCouncil(desk, { tenant, secretariat, title });

  // Planned for the one vacant seat; the council elects.
  await desk.goto(`${base}/elections/new?body=${bodyId}`);
  await desk.getByLabel("名称").fill(`示例选举 ${now}`);
  await desk.getByLabel("补选：只补本届余下任期").check();
  await desk.getByLabel("每票最多选（人）").fill("1");
  await desk.getByLabel("选举人机构").selectOption(councilId);
  const today = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
  await desk.getByLabel("就任日期").fill(today);
  await desk.getByLabel("公示天数").fill("0");
  await desk.getByRole("button", { name: "发起选举" }).click();
  await expect(desk.getByText("秘书处开始提名")).toBeVisible();
  const here = new URL(desk.url()).pathname;
  const electionId = here.split("/").at(-1) ?? "";

  // Nomination, answers, qualification; the delegate's screen hears of each step.
  await phone.goto(here);
  await agree(desk, "开始提名");
  await expect(phone.getByText("提名中").first()).toBeVisible();
  await nominate(desk, first);
  await nominate(desk, second);
  await expect(phone.locator("li", { hasText: second })).toBeVisible();
  await agree(desk, "结束提名");
  for (const name of [first, second]) {
    const line = desk.locator("li", { hasText: name });
    await line.getByRole("button", { name: "接受提名" }).click();
    await line.getByRole("button", { name: "审查通过", exact: true }).click();
    await expect(line.getByText("资格通过", { exact: true })).toBeVisible();
  }
  await agree(desk, "资格审查完毕");
  await expectAccessible(desk);

  // The secret ballot in the meeting: one seat on the phone, others by the programming interface.
  await desk.getByLabel("在会议中投票").selectOption({ label: title });
  await agree(desk, "开始投票");
  await expect(phone.getByText(/席选票 · /)).toBeVisible();
  await phone.getByLabel(first).check();
  await expectAccessible(phone);
  await agree(phone, "投票");
  await expect(phone.getByText(/席选票 · /)).toHaveCount(0);
  await castPapers(desk, others, { tenant, electionId, name: first });
  await agree(desk, "结束投票并计票");
  await expect(desk.getByRole("row", { name: new RegExp(`${first} 8 当选`) })).toBeVisible();
  await agree(desk, "宣布当选");
  await endSitting(desk, { tenant, secretariat, meeting });

  // Public notice, and after it the appointment with its letter.
  await agree(desk, "公示结果");
  await expect(phone.getByText("公示中").first()).toBeVisible();
  await agree(desk, "当选人就任");
  await expect(desk.getByText("已就任").first()).toBeVisible();
  await desk.getByRole("link", { name: "聘书" }).click();
  await expect(desk.getByText(`${first}：`)).toBeVisible();
  await expect(desk.getByText(/聘〔\d{4}〕\d+ 号/)).toBeVisible();
  await desk.setViewportSize(sizes.phone);
  await expectAccessible(desk);
  expect(faults).toEqual([]);
});

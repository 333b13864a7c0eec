import { expect, expectAccessible, layoutShift, test, watchLayout } from "./support/test";

const secretariat = "secretariat@suzhou.example";
const projects = "/a/suzhou-robotics/projects";

test("columns left out stay out in this browser, on this list alone", async ({ page, signIn }) => {
  await signIn(secretariat);
  await page.goto(projects);
  const header = (name: string) => page.getByRole("columnheader", { name });
  await expect(header("牵头与参与单位")).toBeVisible();
  await page.getByText("显示列", { exact: true }).click();
  await page.getByRole("checkbox", { name: "牵头与参与单位" }).uncheck();
  await page.getByRole("checkbox", { name: "等待" }).uncheck();
  await expectAccessible(page);
  await page.getByRole("button", { name: "应用" }).click();
  await expect(header("牵头与参与单位")).toHaveCount(0);
  await expect(page.getByText("显示列 (3/5)")).toBeVisible();
  await watchLayout(page);
  await page.goto(`${projects}?sort=code`);
  await expect(header("立项编号")).toBeVisible();
  await expect(header("等待")).toHaveCount(0);
  await expect(header("项目")).toBeVisible();
  expect(await layoutShift(page)).toBeLessThan(0.05);
  await page.goto("/a/suzhou-robotics/agreements");
  await expect(page.getByText("显示列", { exact: true })).toBeVisible();

  await page.goto(projects);
  await page.getByText("显示列 (3/5)").click();
  for (const name of ["牵头与参与单位", "等待"]) await page.getByRole("checkbox", { name }).check();
  await page.getByRole("button", { name: "应用" }).click();
  await expect(header("牵头与参与单位")).toBeVisible();
  await expect(page.getByText("显示列", { exact: true })).toBeVisible();
});

test("a phone has its own columns and is not asked", async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(secretariat);
  await page.goto(projects);
  await expect(page.getByRole("columnheader", { name: "项目" })).toBeVisible();
  await expect(page.getByText("显示列", { exact: true })).toBeHidden();
});

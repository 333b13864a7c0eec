import { describe, expect, test } from "vitest";
import { smallNumbersIn } from "./small-numbers";

const found = (text: string) =>
  smallNumbersIn(text).map(({ at, length }) => text.slice(at, at + length));

describe("A-75 a number of fewer than five persons is found", () => {
  test.each([
    ["虽然是我一个人出征世赛", ["一个人"]],
    ["招收3人，培训4人次。", ["3人", "4人次".slice(0, 2)]],
    ["引进两名博士、1位院士", ["两名", "1位"]],
    ["共３　人", ["３　人"]],
    ["派出③名教师", ["③名"]],
    ["现有 2（名）", ["2（名"]],
    ["其中3 个学生、2对师徒", ["3 个学生", "2对师徒"]],
    ["三四人到岗", ["三四人"]],
    ["三五名骨干", ["三五名"]],
    ["每组2至8人", ["2至8人"]],
    ["2-3名", ["2-3名"]],
    ["三、四位", ["三、四位"]],
    ["仅肆人", ["肆人"]],
    ["师徒俩获奖", ["俩"]],
    ["人数为3。", ["人数为3"]],
    ["参加人数：四", ["人数：四"]],
    ["博士2、硕士30", ["博士2"]],
    ["2026,3人到岗", ["3人"]],
    ["2026，3人到岗", ["3人"]],
    ["教师3，100人到岗", ["教师3"]],
    ["共3余人", ["3余人"]],
    ["0人返岗，零人离职", ["0人", "零人"]],
    ["3优秀教师", ["3优秀教师"]],
    ["完成20项.3人获奖", ["20项.3人".slice(4)]],
    ["共3\n人参加", ["3\n人"]],
    ["人均1.5人日", ["1.5人"]],
    ["two teachers and 3 young engineers", ["two teachers", "3 young engineers"]],
    ["One of the students left", ["One of the students"]],
    ["between 3 and 8 people", ["3 and 8 people"]],
    ["a couple of people", ["couple of people"]],
    ["4 person-days", ["4 person"]],
    ["Graduates: 2", ["Graduates: 2"]],
    ["students are two", ["students are two"]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("what is no such number is not", () => {
  test.each([
    "在15个区县开展了10000余人次的企业新型学徒制培训",
    "每年承接技能大赛训练3000余人次",
    "现有在职教职员工4500余人，企业兼职教师496人",
    "近5000余名学生与企业师傅建立师徒关系",
    "四期210余人",
    "形成“三位一体”管理机制",
    "两位数增长",
    "1,003人",
    "培训3万人次",
    "三千名",
    "十三人、二十人、一百零三人、二〇人",
    "获第三名、第 3 名",
    "2024人、5人、五名",
    "建成3个项目、4家企业、2个基地",
    "提升3%的学生",
    "学生3000人",
    "five people, 12 students, 1,003 workers",
    "23 teachers",
    "",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

test("of two that overlap the first counts, and a place that is known beforehand is one of them", () => {
  expect(found("教师人数为2人")).toHaveLength(1);
  expect(smallNumbersIn("到款12万元，3人", [{ at: 2, length: 4 }])).toEqual([
    { at: 2, length: 4 },
    { at: 7, length: 2 },
  ]);
});

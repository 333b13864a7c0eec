/** The reference page of the REST interface. */
export const reference = {
  title: "接口参考",
  lead: "页面上能做的，程序以同样的权限都能做。以下内容由校验每次调用的同一份定义生成。",
  skip: "跳到正文",
  home: "返回门户",
  document: "OpenAPI 3.1 文档",
  contents: "操作目录",
  basics: "使用方法",
  server: "地址",
  authentication:
    "请求头 Authorization: Bearer 密钥。密钥在“我的账户”中创建，只显示一次；其权限与本人相同，可限定为只读。",
  writes:
    "写操作可带请求头 Idempotency-Key：同一密钥、同一内容只生效一次，并返回首次的结果；内容不同则返回 409。",
  values:
    "金额为以元计、两位小数的文本；时刻为带时区的 ISO 8601；日期为 YYYY-MM-DD。未知参数一律拒绝。",
  errors: "出错时返回 code、message、requestId，字段有误时另有 issues。",
  parameters: "参数",
  body: "请求内容",
  answer: "返回内容",
  refusals: "可能的拒绝",
  example: "示例",
  name: "名称",
  place: "位置",
  type: "类型",
  required: "必填",
  yes: "是",
  no: "否",
  none: "无",
};

/** What people, accounts, alliances, organizations and members went through. Keys as in lib/features/audit/types/founding.ts. */
export const founding = {
  access: {
    refused: "访问被拒绝",
  },
  alliance: {
    create: "创建联合体",
    update_profile: "修改联合体资料",
  },
  backup: {
    restore: "从备份恢复",
  },
  file: {
    upload: "上传文件",
  },
  identity: {
    link: "绑定统一身份",
  },
  import: {
    upload_preview: "检查导入文件",
    commit: "导入名册",
  },
  key: {
    create: "创建接口密钥",
    end: "停用接口密钥",
  },
  membership: {
    end: "成员资格终止",
    change_position: "变更成员身份",
    suspend: "暂停成员资格",
    resume: "恢复成员资格",
    give_notice: "提交退会通知",
    revoke_notice: "撤回退会通知",
    override_exit: "决议准予先行退会",
    warn: "警告",
    propose_correction: "提请更正加入日期",
    correct: "更正加入日期",
    reject_correction: "不同意更正",
    admit: "成员入会生效",
  },
  organization: {
    create: "新增单位",
    update: "修改单位资料",
    place: "调整链上位置",
    tag: "认定企业标签",
    untag: "撤销企业标签",
    propose_change: "提议变更关键资料",
    accept_change: "同意变更关键资料",
    refuse_change: "不同意变更关键资料",
    withdraw_change: "撤回资料变更",
    propose_merge: "提议合并单位",
    reject_merge: "驳回合并提议",
    merge: "合并单位",
  },
  password: {
    change: "修改密码",
    reset: "重设密码",
  },
  profile: {
    update: "修改个人资料",
    choose_language: "切换语言",
  },
  representative: {
    change: "更换代表",
    end: "代表任期结束",
  },
  session: {
    end: "结束会话",
    end_others: "结束其他会话",
  },
  role: {
    approve: "同意授予角色",
    end: "结束角色",
    grant: "授予角色",
    grant_unmatched: "授予角色未成（无可用账户或已有此角色）",
    propose: "提议授予角色",
    reject: "不同意授予角色",
  },
  user: {
    create: "创建账户",
    disable: "停用账户",
    enable: "启用账户",
    list: "查看账户列表",
    set_up: "设立首位管理员",
  },
};

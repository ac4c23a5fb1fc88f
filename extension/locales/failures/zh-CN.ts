import type { Failures } from "./failures.ts";

export const failures: Failures = {
  "failure.quota": "本机空间不足。您的文字还在：请腾出空间后重试。",
  "failure.notAllowed": "您在此工作台的角色不允许这样做。您的文字还在。请联系所有者。",
  "failure.gone": "此项已不在这里。您的文字还在输入框中。",
  "failure.changedSince": "此后已有人改过，因此没有撤销，内容保持现状。历史记录中可以看到是谁改的。",
  "failure.offline": "无法连接服务器。您的工作保存在本机。请检查网络和地址后重试。",
  "failure.badInvite": "这不是完整的邀请。没有任何更改。请从“web+sidedesk:join”开始复制到末尾，再粘贴一次。",
  "failure.inviteExpired": "此邀请已过期。没有任何更改。请索取新的邀请。",
  "failure.inviteUsed": "此邀请已被使用：每个邀请只能用一次。请索取新的邀请。",
  "failure.inviteRevoked": "此邀请已被撤回。没有任何更改。请索取新的邀请。",
  "failure.inviteUnknown": "工作台不认识此邀请。没有任何更改。请索取新的邀请。",
  "failure.inviteNowhere":
    "服务器不认识此工作台，因此没有加入。请询问邀请您的人或工作台的所有者：服务器是否已搬迁。",
  "failure.insecure": "此邀请指向未加密的服务器，因此没有发送任何内容。请索取 https 地址的邀请。",
  "failure.alreadyHere": "本机上已有此工作台。请在工作台页面顶部选择它。",
  "failure.alreadyMember":
    "此浏览器已被移出该工作台，但原有内容仍在本机。请在设置中导出需要的内容，在那里移除该工作台，然后重新加入。",
  "failure.badServer": "此地址没有 Sidedesk 服务器。没有发送任何内容。请检查地址后重试。",
  "failure.badAddress": "这不是服务器地址。没有发送任何内容。格式如 https://desk.example.com。",
  "failure.version":
    "服务器版本不同，因此没有执行。您的工作保存在本机。请更新 Sidedesk，或请服务器管理员更新。",
  "failure.unknownDesk": "服务器不认识此工作台。您的工作保存在本机。请询问服务器管理员。",
  "failure.moved": "同事同时更改了成员名单，因此没有执行。请重试。",
  "failure.serverFull": "服务器空间不足。您的工作保存在本机。请服务器管理员增加空间后重试。",
  "failure.closed":
    "此服务器只接受持有其密钥的新工作台：地址以 # 和密钥结尾。没有任何更改。请向服务器管理员索取。",
  "failure.busy": "服务器繁忙。您的工作保存在本机。请一分钟后重试。",
  "failure.clock": "本机时钟不准，服务器因此拒绝。请校准时钟后重试。",
  "failure.sample": "示例工作台只在本机。要共享，请新建自己的工作台。",
  "failure.interrupted": "Sidedesk 在答复之前被中断。请查看这是否已经完成；如果没有，请再试一次。",
  "failure.invalid": "暂时无法这样保存。您的文字还在：请查看标出的字段。",
  "failure.other": "没有成功，您的文字还在。请重试。（{detail}）",
  "problem.distrust": "{what}其中内容一概未接收，您的工作保存在本机。请告知服务器管理员，然后重试。",
  "problem.forged": "服务器发来一项签名不实的更改。",
  "problem.withheld": "服务器漏掉了某位同事的更改。",
  "problem.forked": "服务器显示的历史与之前不同。",
  "problem.rollback": "服务器回到了较早的状态，丢失了已确认的内容。",
  "problem.replayed": "服务器重复发来一项旧的更改。",
  "problem.stranger": "服务器发来一项更改，其作者不在此工作台。",
  "problem.anotherDesk": "服务器发来另一个工作台的更改。",
  "problem.roster": "服务器的成员名单前后不一致。",
  "problem.version":
    "服务器与本机 Sidedesk 版本不同，因此无法收发。您的工作保存在本机，稍后发送。请更新 Sidedesk，或请服务器管理员更新。",
  "problem.removed": "本机已不在此工作台。这里的内容仍可阅读，但不再收发。请向所有者索取新的邀请。",
  "problem.role": "您的角色不允许本机发送更改。更改保存在本机。请联系所有者，然后重试。",
  "problem.superseded": "此浏览器中另一份 Sidedesk 已接手。没有丢失任何内容。请关闭浏览器后重新打开。",
  "problem.diskFull": "本机空间不足，无法接收新内容。已保存的不受影响。请腾出空间，之后会自动继续。",
  "problem.closed":
    "服务器丢失了此工作台，只有凭其密钥才会重新接受。您的工作保存在本机。请在设置中重新输入服务器地址，以 # 和密钥结尾。",
  "problem.serverFull":
    "服务器上此工作台的空间已满。您的更改保存在本机，有空间后会自动发送。请告知服务器管理员。",
  "problem.clock": "本机时钟不准，服务器拒绝更改。更改保存在本机。请校准时钟后重试。",
  "problem.badServer":
    "服务器地址上是别的内容在应答，可能是网络登录页。您的工作保存在本机，服务器恢复后会自动发送。",
  "problem.other": "同步已停止，您的工作保存在本机。请告知服务器管理员，然后重试。（{detail}）",
};

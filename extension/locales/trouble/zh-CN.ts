import type { Trouble } from "./trouble.ts";

export const trouble: Trouble = {
  "problem.anew":
    "{what}其中内容一概未接收，也没有丢失任何内容：您的工作都在本机。如果服务器曾恢复备份或迁移，请从头同步：它缺少的内容会重新发送。",
  "problem.unknownDesk":
    "服务器不认识此工作台，因此无法收发。没有丢失任何内容：您的工作都在本机。请在设置中检查服务器地址。如果服务器曾被清空或迁移，请从头同步：它缺少的内容会重新发送。",
  "problem.ownerFirst":
    "服务器丢失了部分成员名单，只有工作台的所有者能够恢复。没有丢失任何内容：您的工作都在本机。请让所有者先从头同步，然后重试。",
  "problem.wrongKey":
    "本机的密钥打不开此工作台，因此收不到内容。您写的内容保存在本机。请在设置中导出，在那里移除该工作台，然后用所有者的新邀请重新加入。",
  "problem.refused":
    "服务器不接受本机发送的内容，因此都保存在本机，没有丢失。请更新 Sidedesk，然后从头同步。",
  "problem.garbled":
    "服务器发来 Sidedesk 无法读取的内容。其中内容一概未接收，您的工作保存在本机。Sidedesk 会自动重试；如果一直如此，请告知服务器管理员。",
  "problem.pruned":
    "服务器只保留了此工作台最新的部分，本浏览器暂时无法由此开始。您的工作保存在本机。只要有同事的浏览器打开一段时间，同步就会自动继续。",
  "problem.passing": "目前无法同步。您的工作保存在本机，Sidedesk 会自动重试。（{detail}）",
  "problem.slower":
    "已发送的内容很多，服务器请本浏览器放慢发送。没有丢失任何内容：在本机等待的内容会自动陆续发送。",
  "problem.clockApart":
    "本机时钟与服务器时钟不一致。您的工作照常发送，但显示的时间可能有误，角色和邀请看起来可能过早或过晚到期。请校准时钟后重试。",
  "problem.unsent": { other: "本机有 {n} 项更改待发送。" },
  "sync.anew": "从头同步",
  "sync.stoppedUnsent": { other: "同步已停止 · {n} 项待发送" },
  "sync.waiting": { other: "{n} 项待发送" },
  "unread.by": { other: "{who}的 {n} 项更改无法读取，其余都在。" },
  "unread.somebody": "某位同事",
  "unread.how": "请更新 Sidedesk 并从头同步，或请对方重新填写。",
  "unread.waiting":
    "有内容在等待一项尚未到达的更早更改，其余都在。请从头同步；如果仍不行，请询问同事那边是否已全部发送。",
  "unread.withheld":
    "有同事已收到{who}的内容，而服务器尚未交给此浏览器。其余都在。如果几分钟后此消息仍在，请告知服务器管理员。",
  "lost.gone": "此浏览器中已不存在：{desks}。浏览器或清理程序删除了 Sidedesk 保存在此处的内容。",
  "lost.back": "已发送的内容仍在服务器上：请用纸质密钥或邀请返回。备份文件中还有制作时尚未发送的内容。",
  "lost.alone": "{desks} 没有连接服务器：只能从备份文件恢复，前提是您曾制作备份。",
  "server.change": "更改地址",
  "server.changeWhy": "用于已迁移的服务器。新服务器缺少的内容会发送过去。",
  "standing.gone": "Sidedesk 已更新。您输入的内容已保留。请重新加载此页面以继续。",
  "standing.silent":
    "Sidedesk 后台没有应答。已保存的内容不会丢失，您的文字仍在输入框中。请重新加载此页面；如果仍不行，请重启浏览器。",
  "standing.reload": "重新加载",
  "failure.noStore":
    "Sidedesk 无法在此浏览器中打开其存储，因此暂时无法显示内容。已保存的内容仍在。请释放空间或重启浏览器，然后重新加载此页面。（{detail}）",
  "failure.roster": "服务器上的成员名单前后不一致，因此未执行。没有任何更改。请告知服务器管理员。",
  "failure.refused": "服务器没有接受。没有任何更改，您的文字仍在这里。请更新 Sidedesk，然后重试。",
  "failure.ownerFirst": "服务器缺少部分成员名单，因此未执行。只有所有者能够恢复：请让所有者先执行此操作。",
  "failure.noServer": "此工作台还没有服务器，因此无法邀请。请先连接服务器。",
  "failure.membersFull": "成员名单已满，因此未执行。没有任何更改。",
  "failure.lastOwner": "工作台至少要有一位所有者，因此未执行。请先将其他人设为所有者。",
};

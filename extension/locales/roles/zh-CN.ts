import type { Roles } from "./roles.ts";

export const roles: Roles = {
  "role.youDecide": "您在此可决定和批注，其余由助理填写。",
  "role.youRead": "您在此仅可阅读，由助理和所有者填写。",
  "role.youUntil": "您的角色有效期至 {time}。",
  "role.ended":
    "您在此工作台的期限已于 {time} 结束。这里的内容仍可阅读，但不再收发。如仍需使用，请向所有者索取新的邀请。",
  "invite.byOwner": "由工作台的所有者邀请同事并分配角色。",
};

import type { Follow } from "./follow.ts";

export const follow: Follow = {
  "follow.title": "后续事项",
  "follow.task": "后续任务",
  "follow.message": "记下留言",
  "follow.from": "来自：{title}",
  "again.as": "同时记为：",
  "keys.again": "取回刚保存的那一行",
  "keys.followUp": "新建后续任务",
  "keys.passOn": "根据来电记下留言",
};

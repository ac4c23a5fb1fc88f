import type { Members } from "./members.ts";

export const members: Members = {
  "members.role": "Роль: {name}",
  "members.until": "до {time}",
  "ends.label": "Когда роль заканчивается",
  "ends.of": "Когда заканчивается роль: {name}",
  "ends.never": "бессрочно",
  "ends.day": "в определённый день…",
  "ends.roleUntil": "{role}, до {time}",
  "members.remove": "Исключить",
  "members.removeName": "Исключить: {name}",
  "members.removeTitle": "Исключить из участников: {name}?",
  "members.removeWhat":
    "С этого момента браузеру не показывается ничего нового, а стол получает новый ключ. Прочитанное отозвать нельзя; то, что ещё не отправлено, для стола потеряно.",
  "members.invites": "Неиспользованные приглашения",
  "members.inviteUntil": "действует до {time}",
  "members.withdraw": "Отозвать",
  "members.withdrawIt": "Отозвать приглашение для роли: {role}",
  "members.keyOwed":
    "Кто-то пришёл или ушёл, поэтому столу нужен новый ключ. Браузер владельца сделает это сам, как только подключится.",
  "members.renew": "Обновить ключ",
  "members.renewed": "У стола новый ключ.",
  "failure.wrongKey":
    "У этого браузера нет новейшего ключа стола, поэтому действие не выполнено. Сначала подключитесь к серверу, затем повторите.",
  "problem.oldKey": "Сервер прислал изменение под ключом, от которого стол уже отказался.",
};

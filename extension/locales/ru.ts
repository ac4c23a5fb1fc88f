import { audit } from "./audit/ru.ts";
import { backup } from "./backup/ru.ts";
import { booking } from "./booking/ru.ts";
import type { Catalogue } from "./catalogue.ts";
import { classification } from "./classification/ru.ts";
import { delegation } from "./delegation/ru.ts";
import { devices } from "./devices/ru.ts";
import { everyday } from "./everyday/ru.ts";
import { failures } from "./failures/ru.ts";
import { follow } from "./follow/ru.ts";
import { keys } from "./keys/ru.ts";
import { lists } from "./lists/ru.ts";
import { lock } from "./lock/ru.ts";
import { members } from "./members/ru.ts";
import { options } from "./options/ru.ts";
import { pieces } from "./pieces/ru.ts";
import { presence } from "./presence/ru.ts";
import { roles } from "./roles/ru.ts";
import { tickets } from "./tickets/ru.ts";
import { trouble } from "./trouble/ru.ts";

export const ru: Catalogue = {
  ...failures,
  ...lists,
  ...options,
  ...everyday,
  ...classification,
  ...audit,
  ...backup,
  ...delegation,
  ...lock,
  ...members,
  ...pieces,
  ...presence,
  ...roles,
  ...trouble,
  ...keys,
  ...follow,
  ...devices,
  ...tickets,
  ...booking,

  save: "Сохранить",
  undo: "Отменить",
  undone: "Отменено",
  close: "Закрыть",
  cancel: "Отмена",
  back: "Назад",
  other: "Другое…",

  "sync.allSent": "Всё отправлено",
  "sync.local": "На этом устройстве",
  "sync.connecting": "Подключение",
  "sync.sending": { other: "Отправка · {n}" },
  "sync.catchingUp": { other: "Загрузка · {n}" },
  "sync.offline": "Нет сети",
  "sync.offlineUnsent": { other: "Нет сети · отправить: {n}" },
  "sync.stopped": "Синхронизация остановлена",
  "sync.again": "Повторить",
  "sync.now": "Синхронизировать сейчас",

  "capture.line": "Что произошло, одной строкой",
  "capture.hint": "Имя, компания, номер, для кого, о чём, к какому сроку",
  "capture.first": "Запишите сейчас: сохранится, пока у вас не появится стол.",
  "capture.short": "Звонок, сообщение, задача…",
  "capture.kind": "Сохранить как",
  "capture.understood": "Распознано в строке",
  "capture.unsure": "{field}: догадка, проверьте",
  "capture.textHint": "Что сказали, их словами",
  "capture.kept": "Сохраняется при наборе",
  "capture.keeping": "Сохраняется…",
  "capture.more": "Ещё поля",
  "capture.saved": "Сохранено",

  "caller.known": "Знакомый собеседник",
  "caller.calls": { one: "{n} звонок", few: "{n} звонка", many: "{n} звонков", other: "{n} звонка" },
  "caller.callsLast": {
    one: "{n} звонок, последний {time}",
    few: "{n} звонка, последний {time}",
    many: "{n} звонков, последний {time}",
    other: "{n} звонка, последний {time}",
  },
  "caller.open": "Открыто: {title}",

  "sample.banner": "Учебный стол: здесь всё вымышлено",
  "sample.remove": "Удалить навсегда",

  "onboarding.title": "Добро пожаловать в Sidedesk",
  "onboarding.promise":
    "Звонки, ответы и поездки рядом с почтой. Всё хранится на этом устройстве, пока вы не поделитесь, и тогда прочесть это смогут только ваши коллеги.",
  "onboarding.create": "Новый стол",
  "onboarding.join": "Войти по ссылке",
  "onboarding.deskName": "Название стола",
  "onboarding.deskHint": "Приёмная правления",
  "onboarding.yourName": "Ваше имя, каким его видят коллеги",
  "onboarding.you": "Я",
  "onboarding.createIt": "Создать стол",
  "onboarding.joinIt": "Присоединиться",
  "onboarding.link": "Ссылка-приглашение",
  "onboarding.where": "на {server}",
  "onboarding.until": "действует до {time}",
  "onboarding.compare": "Сверьте эти цифры с тем, кто вас пригласил:",
  "onboarding.sampleWhy":
    "Хотите просто посмотреть? Учебный стол покажет обычный день. Убирается одним нажатием.",
  "onboarding.sample": "Открыть учебный стол",

  "tab.all": "Разделы стола",
  "tab.mail": "Это письмо",
  "tab.queue": "Очередь",
  "tab.today": "Сегодня",

  "row.claim": "Взять себе",
  "row.claimed": "Теперь это ваше",
  "row.released": "Возвращено в очередь",
  "row.assigned": "Ведёт {name}. Взять себе или вернуть",
  "assign.nobody": "Пока ничьё",
  "assign.given": "Передано: {name}",
  "row.conflict": "два решения",
  "row.late": "просрочено на {time}",
  "row.urgent": "срочно",
  "row.done": "Готово: {title}",
  "row.ticked": "Готово",

  "list.more": { other: "Показать ещё {n}" },
  "list.tooMany": { other: "Всего {n}. Остальное найдёт поиск." },
  "list.unclaimed": "мои и ничьи",
  "list.filters": "Отбор",
  "list.search": "Поиск",
  "list.new": "Создать",
  "list.created": "Создано",

  "empty.queue": "Вас ничто не ждёт",
  "empty.kind": "Здесь пока пусто",
  "empty.today": "На сегодня ничего нет",
  "empty.inQueue": {
    one: "{n} ждёт в очереди",
    few: "{n} ждут в очереди",
    many: "{n} ждут в очереди",
    other: "{n} ждут в очереди",
  },
  "empty.withKey":
    "{keys} на любой вкладке записывает звонок одной строкой: «Sample Caller +371 26 123 456 перезвонить до 15:00».",
  "empty.withButton":
    "Кнопка Sidedesk в браузере записывает звонок одной строкой: «Sample Caller +371 26 123 456 перезвонить до 15:00».",
  "empty.beside": "В Gmail и Outlook стол стоит рядом с письмом.",
  "empty.how":
    "Наберите строку вроде «Sample Caller +371 26 123 456 перезвонить до 15:00» там, где записываете звонки: она появится здесь.",
  "empty.search": "Ничего не найдено",
  "empty.searchHow": "Поиск идёт по именам, номерам, темам и заметкам. Чем меньше букв, тем больше найдётся.",

  "record.gone": "Этого здесь больше нет",
  "record.unknownKind":
    "Создано в более новой версии Sidedesk. Обновите программу, чтобы открыть; ничего не потеряно.",
  "record.nowIs": "Теперь: {state}",
  "record.delete": "Удалить",
  "record.deleted": "Удалено",

  "form.more": { one: "Ещё {n} поле", few: "Ещё {n} поля", many: "Ещё {n} полей", other: "Ещё {n} поля" },
  "field.hour": "Время",
  "field.status": "Статус",
  "fault.wrong-type": "Сюда это не подходит.",
  "fault.too-long": "Слишком длинно.",
  "fault.not-one-line": "Здесь помещается только одна строка.",
  "fault.not-allowed": "Похоже на опечатку. Пример: name@example.com",
  "fault.not-a-date": "Это не дата.",
  "value.none": "пусто",
  "value.yes": "да",
  "value.no": "нет",
  "value.record": "запись",

  "item.add": "Добавить",
  "item.none": "Пока ничего.",
  "item.new": "Новая строка",
  "item.remove": "Убрать",
  "item.removed": "Убрано",

  "member.me": "{name} (вы)",
  "member.you": "Вы",
  "member.unknown": "Кто-то",
  "member.removed": "больше не участвует",
  "role.owner": "Владелец",
  "role.assistant": "Ассистент",
  "role.principal": "Руководитель",
  "role.viewer": "Наблюдатель",
  "role.ownerCan": "Может всё и решает, кто работает за столом.",
  "role.assistantCan": "Читает и пишет всё на столе.",
  "role.principalCan": "Читает, решает и комментирует.",
  "role.viewerCan": "Только читает.",

  "history.title": "История",
  "history.created": "{who}: создано ({kind})",
  "history.set": "{who}: «{field}» — {after}",
  "history.changed": "{who}: «{field}» — было {before}, стало {after}",
  "history.cleared": "{who}: поле «{field}» очищено (было {before})",
  "history.wrote": "{who}: в поле «{field}» добавлено «{text}»",
  "history.cut": "{who}: поле «{field}» сокращено",
  "history.list": "{who}: изменён список «{list}»",
  "history.deleted": "{who}: удалено",
  "history.restored": "{who}: возвращено",
  "history.other": "{who}: изменено «{field}»",

  "conflict.title": "Два решения сразу",
  "conflict.keep": "Оставить это",
  "conflict.settled": "Решено",

  "sidebar.close": "Закрыть боковую панель",
  "desk.open": "Открыть весь стол",

  "mail.noPage": "Рядом нет письма",
  "mail.noPageHow":
    "Откройте в этой вкладке Gmail или Outlook, а в нём письмо. Пока можно вносить записи вручную:",
  "mail.noneOpen": "Откройте письмо",
  "mail.noneOpenHow":
    "Тогда здесь будет видно, кто написал, какие в письме бронирования, и ответ. Без письма вносите записи вручную:",
  "mail.unreadable": "Эту страницу не удалось прочесть",
  "mail.unreadableHow": "Возможно, почта изменила вид. Догадок мы не строим. Записи можно внести вручную:",
  "mail.writer": "Кто написал",
  "mail.call": "Позвонить",
  "mail.firstTime": "Звонков ещё не было",
  "mail.records": "К этому письму",
  "mail.noRecords": "Пока ничего.",
  "mail.noThreadId": "Страница не сообщает, какое это письмо, поэтому привязать к нему ничего нельзя.",
  "mail.addTask": "Добавить задачу",
  "mail.logCall": "Записать звонок",
  "mail.takeMessage": "Принять сообщение",
  "mail.newTask": "Новая задача",

  "reply.title": "Ответ",
  "reply.hint": "Коллеги видят текст, пока вы пишете",
  "reply.begun": "Черновик начат",
  "reply.empty": "Написать ответ",
  "reply.insert": "Вставить в письмо",
  "reply.status": "Согласование и статус",
  "insert.done": "Текст в письме. Прочтите и отправьте сами.",
  "insert.opensReply": "Откроет поле ответа этого письма и вставит туда текст. Отправляете вы сами.",
  "insert.intoBox": "Текст попадёт в начало открытого поля ответа. Отправляете вы сами.",
  "insert.no-page": "Здесь нет страницы почты. Откройте письмо в Gmail или Outlook и повторите.",
  "insert.no-compose-box": "Поле ответа не открылось. Нажмите «Ответить» в письме, затем снова здесь.",
  "insert.which": "В переписке несколько писем. Сначала нажмите «Ответить» в нужном, затем снова здесь.",
  "insert.ambiguous": "Открыто несколько полей ответа. Закройте лишние и нажмите снова здесь.",
  "insert.refused": "Страница почты не приняла текст. Скопируйте его отсюда и вставьте там.",

  "nav.label": "Стол",
  "nav.menu": "Меню",
  "nav.desk": "Выбрать стол",
  "nav.allDesks": "Все столы",
  "nav.members": "Участники",
  "nav.late": { other: "просрочено: {n}" },
  "nav.principals": "Все руководители",
  "nav.addPrincipal": "Добавить руководителя",
  "nav.settings": "Стол и настройки",

  "invite.needsServer": "Чтобы пригласить коллег, сначала подключите стол к серверу.",
  "invite.role": "Роль",
  "invite.make": "Пригласить коллегу",
  "invite.link": "Ссылка сработает один раз, до {time}",
  "invite.copy": "Скопировать ссылку",
  "invite.copied": "Ссылка скопирована",
  "invite.care":
    "Отправьте её так, чтобы прочёл только адресат: кто откроет первым, тот и окажется за столом.",

  "server.title": "Сервер синхронизации",
  "server.why":
    "Этот стол есть только на этом устройстве. Через сервер он станет общим с коллегами; сервер видит лишь запечатанные данные.",
  "server.url": "Адрес сервера",
  "server.connect": "Подключить",
  "fingerprint.why": "Отпечаток этого стола. У коллег должны быть те же цифры:",

  "setAside.title": "Не применено",
  "setAside.why":
    "Это не удалось применить. Остальное не задержано. Прочтите и, если ещё нужно, сделайте заново.",
  "setAside.banner": {
    one: "{n} изменение не удалось применить",
    few: "{n} изменения не удалось применить",
    many: "{n} изменений не удалось применить",
    other: "{n} изменения не удалось применить",
  },
  "setAside.show": "Посмотреть",
  "setAside.dismiss": "Прочитано",

  "language.title": "Язык",
  "language.browser": "Как в браузере",

  "desks.title": "Столы на этом устройстве",
  "desks.another": "Добавить стол",
  "desks.remove": "Убрать «{desk}» с этого устройства",
  "desks.removeTitle": "Убрать «{desk}»?",
  "desks.removeShared": "Стол исчезнет с этого устройства. У коллег он останется, а неотправленное пропадёт.",
  "desks.removeLocal": "Стол есть только на этом устройстве: он пропадёт навсегда.",
  "desks.removeIt": "Убрать",
};

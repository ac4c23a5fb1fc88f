export const pieces = {
  "phone.extension": "{number} máy lẻ {extension}",
  "combobox.none": "Không có mục nào khớp",
  "combobox.found": { other: "{n} lựa chọn" },
  "progress.catchingUp": "Đang tải bàn về: {done}/{total} thay đổi",
  "progress.joining": "Đang tham gia bàn…",
};

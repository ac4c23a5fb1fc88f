export const pieces = {
  "phone.extension": "{number} máy lẻ {extension}",
  "combobox.none": "Không có mục nào khớp",
  "combobox.found": { other: "{n} lựa chọn" },
  "progress.catchingUp": "Đang tải bàn về: {done}/{total} thay đổi",
  "progress.joining": "Đang tham gia bàn…",
  "file.choose": "Chọn tệp",
  "file.none": "hoặc thả tệp vào đây",
  "file.drop": "Thả tệp vào đây",
};

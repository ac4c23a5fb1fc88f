import type { ClassificationTexts } from "./classification.ts";

export const classification: ClassificationTexts = {
  "filter.anyClass": "mọi mức bảo mật",
  "data.privileged": "Kèm cả mục thuộc đặc quyền pháp lý",
  "data.savedWithout": {
    other: "{file} đã ở mục tải xuống của trình duyệt; đã bỏ qua {n} mục thuộc đặc quyền pháp lý",
  },
};

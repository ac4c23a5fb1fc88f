export const devices = {
  "problem.badEpoch":
    "{who} đã đặt cho bàn một khóa không khớp với máy này nên không gửi nhận được gì. Công việc của bạn vẫn được giữ ở đây. Hãy nhờ một chủ bàn khác đổi khóa và quyết định {who} có ở lại hay không.",
  "problem.badEpochOwner":
    "{who} đã đặt cho bàn một khóa không khớp với máy này nên không gửi nhận được gì. Không mất gì cả. Hãy đổi khóa; nếu đây không phải là nhầm lẫn, trước hết hãy xoá {who} khỏi bàn.",
  "failure.paperKey":
    "Đây không đúng là khóa giấy như đã in. Chưa gửi gì đi. Hãy so với trang giấy và sửa lại.",
};

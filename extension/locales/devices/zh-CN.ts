export const devices = {
  "problem.badEpoch":
    "{who} 给工作台换上的密钥在本机不适用，因此不再收发。您的工作保存在本机。请另一位所有者更换密钥，并决定是否保留 {who}。",
  "problem.badEpochOwner":
    "{who} 给工作台换上的密钥在本机不适用，因此不再收发。没有丢失任何内容。请更换密钥；如果这不是失误，请先将 {who} 移出工作台。",
  "failure.paperKey": "这与打印的纸质密钥不符。没有发送任何内容。请与纸页核对并更正。",
};

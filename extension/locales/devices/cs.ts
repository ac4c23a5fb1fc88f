export const devices = {
  "problem.badEpoch":
    "{who} dal(a) stolu klíč, který v tomto zařízení nesedí, proto se nic neposílá ani nepřijímá. Vaše práce zůstává zde. Požádejte jiného vlastníka, ať klíč obnoví a rozhodne, zda {who} zůstane.",
  "problem.badEpochOwner":
    "{who} dal(a) stolu klíč, který v tomto zařízení nesedí, proto se nic neposílá ani nepřijímá. Nic se neztratilo. Obnovte klíč; pokud to nebyl omyl, nejprve ze stolu odeberte: {who}.",
  "failure.paperKey":
    "To není papírový klíč, jak byl vytištěn. Nic se neodeslalo. Porovnejte ho s listem a opravte.",
};

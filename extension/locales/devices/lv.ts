export const devices = {
  "problem.badEpoch":
    "{who} galdam iedeva atslēgu, kas šajā ierīcē neder, tāpēc nekas netiek sūtīts un saņemts. Jūsu darbs ir saglabāts šeit. Lūdziet citam īpašniekam atjaunot atslēgu un izlemt, vai {who} paliek.",
  "problem.badEpochOwner":
    "{who} galdam iedeva atslēgu, kas šajā ierīcē neder, tāpēc nekas netiek sūtīts un saņemts. Nekas nav zudis. Atjaunojiet atslēgu; ja tā nebija kļūda, vispirms noņemiet no galda: {who}.",
  "failure.paperKey":
    "Tā nav papīra atslēga, kā tā izdrukāta. Nekas netika nosūtīts. Salīdziniet ar lapu un izlabojiet.",
};

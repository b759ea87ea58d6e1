//! Turkish: a name has its endings after an apostrophe.

use super::Language;

pub(super) const TURKISH: Language = Language {
    common: "ve bir bu da de ile için olarak çok daha olan gibi ise ne kadar",
    titles: "sn dr prof doç yrd öğr gör av op uzm müh alb yb bnb yzb tğm org korg tümg tuğg gen bkz krş örn \
        yy cad sok mah apt no tel çev haz ed yay hz st",
    abbreviations: "vb vs vd ltd şti ibid",
    after_apostrophe: "ı i u ü a e yı yi yu yü ya ye nın nin nun nün ın in un ün da de ta te dan den tan ten \
        daki deki taki teki ndan nden nda nde na ne ndaki ndeki la le yla yle ca ce ça çe lar ler ları leri \
        lara lere larda lerde lardan lerden ların lerin larla lerle lı li lu lü sız siz suz süz dır dir dur \
        dür tır tir tur tür dı di du dü tı ti tu tü mı mi mu mü ki yken ken daydı deydi ydı ydi nınki ninki \
        nunki nünki",
    ..Language::PLAIN
};

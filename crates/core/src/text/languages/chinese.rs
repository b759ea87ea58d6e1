//! Chinese and Japanese: words that a name can seem to stand in.

use super::Language;

pub(super) const CHINESE: Language = Language {
    overlaps_after: &[("国家", "庭电長长具属屬乡鄉"), ("國家", "庭電長具屬鄉")],
    overlaps_before: "其中 集中 当中 當中 之中 心中 手中 空中 途中 今日 昨日 明日 每日 近日 本日 翌日 同日 当日 當日 生日 节日 節日 平日 休日",
    ..Language::PLAIN
};

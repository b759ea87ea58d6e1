//! Korean: particles are written together with the noun.

use super::{Language, Last};

pub(super) const KOREAN: Language = Language {
    endings: &[
        (
            Last::Consonant,
            "은 이 을 과 으로 으로는 으로도 으로부터 으로서 으로써 으로의 이나 이라 이라는 \
            이라고 이란 이며 이고 이다 이었다 이든 이여 이랑 과의 과는 과도",
        ),
        (Last::Vowel, "는 가 를 와 나 라 라는 라고 란 며 고 다 였다 든 여 랑 와의 와는 와도"),
        (
            Last::Any,
            "로 로는 로도 로부터 로서 로써 로의 의 에 에는 에도 에서 에서는 에서도 에서의 에게 \
            에게는 에게도 에게서 에의 께 께서 도 만 만이 만은 만을 만의 부터 까지 까지의 보다 보다는 처럼 \
            만큼 마저 조차 밖에 뿐 뿐만 한테 하고 들 들은 들이 들을 들의 들과 들에게 측 측은 측이 측의 측과 \
            등 등은 등이 등의 입니다 였습니다",
        ),
    ],
    ..Language::PLAIN
};

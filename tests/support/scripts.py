"""A short letter in each of the scripts that letters are read in, and a font each needs."""

from collections.abc import Mapping
from typing import NamedTuple

from tests.support.composed import composed

from jobtracker.domain.letter_content import LetterContent
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_parts import Part
from jobtracker.exchange.markup import content_of


class Sample(NamedTuple):
    """`spaced` is False where readers of PDF files can't tell a space from the end of a line."""

    name: str
    salutation: str
    body: str
    closing: str
    spaced: bool = True

    @property
    def content(self) -> LetterContent:
        parts = {
            Part.SENDER: f"{self.name}\nada@example.com\n+44 20 7946 0000",
            Part.RECIPIENT: "Example Analytics",
            Part.DATE: "22 November 2026",
            Part.SALUTATION: self.salutation,
            Part.BODY: self.body,
            Part.CLOSING: self.closing,
            Part.SIGNATURE: self.name,
        }
        return content_of(composed(parts), Language.ENGLISH)


SAMPLES: Mapping[str, Sample] = {
    "Latin": Sample(
        "Ada Lovelace",
        "Dear Ms Hopper,",
        "I classify difficult workflows — efficiently. **Weight**, *emphasis* and a "
        "[link](https://example.com/ada) too; figures: 1,234 at 5 %.\n\n"
        "- every table says where it comes from,\n- corrections are announced.",
        "Yours sincerely,",
    ),
    "Greek": Sample(
        "Ελένη Παπαδοπούλου",
        "Αξιότιμη κυρία Νικολάου,",
        "Σας γράφω σχετικά με τη θέση της μηχανικού δεδομένων. Εδώ και έξι χρόνια φροντίζω για "
        "δεδομένα που εμπιστεύονται οι άνθρωποι: μικρές αλλαγές, σαφείς μετρήσεις.",
        "Με εκτίμηση,",
    ),
    "Polish": Sample(
        "Żaneta Gąsior",
        "Szanowna Pani,",
        "Piszę w sprawie stanowiska inżyniera danych. Zażółć gęślą jaźń: od sześciu lat dbam o "
        "dane, którym ludzie ufają.",
        "Z wyrazami szacunku,",
    ),
    "Arabic": Sample(
        "آدا لوفليس",
        "السيدة غريس هوبر المحترمة،",
        "أكتب إليكم بخصوص وظيفة مهندسة البيانات. منذ ست سنوات وأنا أعتني ببيانات يثق بها الناس، "
        "ولا أغير شيئا لأن أحدا طلب ذلك.\n\n"
        "- جداول تقول من أين جاءت أرقامها،\n- ورسوم تفهم حتى آخر سطر.",
        "مع خالص التحية،",
        spaced=False,
    ),
    "Hebrew": Sample(
        "עדה לאבלייס",
        "שלום רב,",
        "אני כותבת אליכם בנוגע למשרת מהנדסת נתונים. זה שש שנים אני מטפלת בנתונים שאנשים סומכים "
        "עליהם, צעד אחר צעד.",
        "בברכה,",
        spaced=False,
    ),
    "Chinese": Sample(
        "洛芙莱斯",
        "尊敬的霍珀女士：",
        "您好，我想申请贵公司的数据工程师职位。六年来，我一直负责人们可以信赖的数据：小步修改、"
        "清晰的指标，以及凌晨三点也有意义的警报。我希望与您面谈。",
        "此致敬礼",
        spaced=False,
    ),
    "emoji": Sample(
        "Ada Lovelace 👩‍💻",
        "Dear team 👋,",
        "I love data 😀 and shipping 🚀🇩🇪 it. Done ✅ and x😀y.",
        "Cheers 🎉,",
    ),
}

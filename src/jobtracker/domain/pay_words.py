"""The words people put around pay, in the languages of the boards they read.

Plain tables: which period a word names, which words open an amount or close it, which join
two figures, and which say that money is pay, or that it is not. Keys are lower case and
without dots.
"""

from jobtracker.domain.currencies import MINOR_DIGITS
from jobtracker.domain.pay import Period


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def word_key(word: str) -> str:
    """The form in which the tables hold a word; K, M, L, T and B alone keep their case."""
    return word if len(word) == 1 and word in "KMLTB" else word.lower()


def _by_word(rows: dict[Period, str]) -> dict[str, Period]:
    return {word: period for period, row in rows.items() for word in row.split()}


_SCALE_WORDS = {
    1_000: """k K T ks tsd tausend thousand grand mil mille mila tys tysięcy tis tisíc тыс
        тысяч тис rb ribu bin ezer duizend tusen tusind 千 천 พัน हज़ार हजार""",
    10_000: "万 萬 만 หมื่น",
    100_000: "L l lpa lakh lakhs lac lacs लाख แสน",
    1_000_000: """M m mn mm mio million millions millones milhões millionen milioni mln млн
        juta jt triệu tr milyon 百万 백만 ล้าน""",
    10_000_000: "crore crores cr crs करोड़",
    100_000_000: "億 亿 억",
    1_000_000_000: "B b bn billion billions mrd miliard milliarden milliards",
}
SCALES = {word: scale for scale, row in _SCALE_WORDS.items() for word in row.split()}
"""How many one of it is."""
LPA = "lpa"
"""Lakh per annum: scale, period and, by usage, rupees in one word."""
TIGHT_SCALES = words("k K ks T M m L l B b mm tr rb jt cr")
"""Scales that count only right behind their number, or a blank away from it."""

PERIOD_NOUNS = _by_word(
    {
        Period.YEAR: """year yr yrs annum pa anno y jahr jahre an année ans año ano jaar rok
            roku år vuosi vuodessa yıl tahun năm год года году рік rik év lpa 年 년 ปี""",
        Period.MONTH: """month mth mo mon m monat mois mes mês mese maand miesiąc miesiac
            mies mc měsíc měs mesic mån månad måned mnd md kk kuukausi ay bulan tháng месяц
            мес місяць hó hónap lună 月 개월 월 เดือน""",
        Period.WEEK: "week wk w woche semaine sem semana settimana tydzień vecka uke uge viikko",
        Period.DAY: """day d tag jour j día dia giorno dag dzień dzien den päivä gün hari
            ngày день manday pd 日 天 일""",
        Period.HOUR: """hour hr h hrs std stunde heure hora ora uur godz godzina godzinę
            godzine timme timmen tim time timen tunti saat jam giờ час hod hodinu óra 小时
            小時 時間 时 시간 ชั่วโมง""",
    }
)
"""Words that name a period behind "per", "a", "/" and the like."""

BARE_NOUNS = words(
    "year yr month mth mo day hour hr week wk annum pa lpa mån mies godz miesiąc mes mês 年 月"
)
"""Those of them that also do without: "65,000 year"."""

PERIOD_ADVERBS = _by_word(
    {
        Period.YEAR: """yearly annual annually annualised annualized pa jährlich jährliches
            jahreslohn jahresgehalt jahresbrutto jahresbruttogehalt bruttojahresgehalt
            jahreszielgehalt annuel annuels annuelle annuellement anual anuales anualmente
            annuo annui annua annuale ral jaarsalaris jaarlijks rocznie årslön årslønn årsløn
            årlig årligt yıllık ежегодно ctc lpa 年収 年俸 年薪 年給 연봉""",
        Period.MONTH: """monthly pcm pm monatlich monatliches monatsgehalt monatslohn
            bruttomonatsgehalt mensuel mensuels mensuelle mensuellement mensual mensuales
            mensualmente mensal mensais mensili mensile mensilmente maandelijks maandsalaris
            miesięcznie miesiecznie miesięczne månadslön månedslønn månedsløn měsíčně mesačne
            aylık havi havonta lunar ежемесячно щомісяця sebulan kuukaudessa kuukausipalkka
            شهريا 月給 月収 月薪 每月 월급 ต่อเดือน เดือนละ""",
        Period.WEEK: """weekly pw wöchentlich wochenlohn hebdomadaire semanal settimanale
            wekelijks tygodniowo veckovis 週給 周薪""",
        Period.DAY: """daily pd täglich tagessatz tagessätze tjm journalier journalière
            diario dagtarief dagloon dziennie denně 日給 日薪 일급""",
        Period.HOUR: """hourly ph stündlich stundenlohn bruttostundenlohn stundensatz horaire
            uurloon uurtarief timlön timelønn timeløn timpris orario tuntipalkka 時給 时薪
            시급""",
    }
)
"""Words that say a period by themselves."""

OTHER_PERIODS = words(
    """fortnight fortnightly biweekly semimonthly bimonthly quarter quarterly shift session
    project article word mile lesson semester term game gig delivery visit assignment piece
    unit"""
)
"""Said, but none of the five: the period stays unknown and is not assumed."""

CONNECTORS = words(
    """per a an p pro par al ao im in i na za w por à á l el la le der die den jede pr op om
    je each every the by au o av og на за в 每 / ' ’ un una kohti ต่อ del di de et"""
)
"""Small words between an amount and its period."""

JOINERS = words(
    """- – — ‒ − ― ~ 〜 ～ ∼ -> → .. ... … to bis à a au al ao till til tot do upto up hasta
    até ate fino jusqu ' ’ thru through do до и e i y 到 至 から zu und ad"""
)
BETWEEN = words("between zwischen entre tra fra mellan mellem mellom tussen między pomiędzy mezi")
AND = words("and & und et y e i en och og a ed")

FROM_WORDS = words(
    """from ab starting start starts partir dès desde vanaf od från fra min mind minimum
    mindestens mindestgehalt least over above upwards exceeding > >= ≥ от від dal da mínimo
    minimo moins minst mulai more más"""
)
UP_TO_WORDS = words(
    """up upto bis max maximum maximal maximaal jusqu hasta até ate fino tot do upp opp below
    under < <= ≤ less maks höchstens most capped exceed до máximo massimo 最大 最高 최대
    hingga sampai"""
)
NEGATIONS = words("no not")
MORE = words("more over above exceed exceeding")
LESS = words("less under below")
FROM_BEHIND = words(
    """+ up upwards above more mehr plus más minimum min mínimo onwards 以上 から 起 이상 выше
    ขึ้นไป 〜"""
)
UP_TO_BEHIND = words("max maximum maximal tops less 以下 まで 以内 이하")
LINKS_BEHIND = words("and or oder et o & und y и")

BASE_WORDS = words("base basic grundgehalt fixe fijo fixum fisso")
TARGET_WORDS = words("ote ttc")
PAY_WORDS = (
    BASE_WORDS
    | TARGET_WORDS
    | words(
        """salary salaries pay pays paying compensation comp wage wages earn earns earned
        earning earnings income remuneration rate rates ctc tc payscale payband gehalt
        gehälter lohn vergütung verdienst entgelt gehaltsspanne jahresgehalt jahresbrutto
        bruttojahresgehalt jahreszielgehalt monatsgehalt mindestgehalt tagessatz stundenlohn
        salaire salaires rémunération tjm sueldo salario salarios retribución remuneración
        stipendio retribuzione ral salário remuneração loon salaris uurloon uurtarief
        jaarsalaris maandsalaris lön lønn løn månadslön årslön timlön årslønn månedslønn
        timelønn palkka kuukausipalkka tuntipalkka wynagrodzenie pensja stawka plat mzda
        зарплата оклад доход maaş ücret gaji lương fizetés bér salariu راتب 年収 年俸 月給
        月収 時給 日給 給与 月薪 年薪 薪资 薪水 薪 연봉 월급 급여 시급 เงินเดือน वेतन"""
    )
)
GROSS_AND_NET = words(
    """gross net nets brutto netto brut bruts bruto brutos neto netos
    lordo lordi lorda netti nett líquido
    税込 税前"""
)
FILLERS = GROSS_AND_NET | words(
    """plus incl including excl excluding vat ust mwst moms btw ht b2b uop contract perm
    permanent range of the for this position role is about around approx approximately circa
    ca cca ungefähr rund etwa environ unos 約 ~ : ( ) [ ] , ; * = „ “ " ' ’ - – — . + / & @
    currency in depending on experience doe dependent total first and full part time ft pt to
    de di du à al des selon expérience profil je nach erfahrung est estimated average median
    typical expected expectation offered offer we our your starting mid than pro rata fte w2
    c2c corp ir35 inside outside at competitive per paid x package · a zu"""
)
LISTED = PAY_WORDS | FILLERS
"""What may stand between a figure and a word that says something about it."""

FUNDING_STAGES = words("series seed")
FIRM_MONEY = FUNDING_STAGES | words(
    """raised raise raising funding funded funds round valuation valued revenue revenues
    turnover arr mrr aum budget budgets gmv profit profits grant grants backed donations spend
    ipo acquisition acquired deal deals quota umsatz jahresumsatz finanzierung
    finanzierungsrunde levée fonds affaires facturación fatturato omzet omsättning obrót
    przychody faturamento выручка etat projektbudget 売上 資本金 調達 融资 营收 매출 투자"""
)
BENEFITS = words(
    """bonus bonuses stipend stipends allowance allowances reimbursement reimbursed reimburse
    signon signing referral match matching matched 401k contribution contributions voucher
    vouchers cashback reward rewards subsidy rsu rsus deductible copay premium commission
    commissions tips gratuity hsa fsa weiterbildungsbudget zuschuss zulage prämie
    vermittlungsprämie antrittsprämie gutschein fahrtkostenzuschuss prime primes intéressement
    cooptation ayuda cheque buono welfare auxílio bônus dodatek premia friskvårdsbidrag
    tillägg 賞与 手当 交通費 奖金 补贴 보너스 상여 бонус премия"""
)
TOPICS = words(
    """sales investment investments investors portfolio pipeline assets capital transactions
    volume market loans savings customers customer clients business projects learning
    education wellness wellbeing tuition insurance cover coverage discount equity stock shares
    options credit credits gift perk perks benefits pension relocation training development
    travel expenses lunch meal meals phone internet setup equipment laptop retention vacation
    donation conference conferences books gym parking weiterbildung jobticket mutuelle
    formation formación"""
)
"""What money may be for, and people's trades too: they count where no pay has that size."""
JOB_NOUNS = words(
    """manager analyst specialist officer accountant director lead engineer developer
    coordinator executive representative rep associate consultant agent administrator
    assistant advisor adviser head clerk trader partner nurse designer planner controller
    auditor writer buyer supervisor"""
)
ADDITIONS = (
    BENEFITS
    | TOPICS
    | words(
        """super superannuation car variable var vested package medical health dental housing
        boni variables bonos overtime pto profit target guaranteed bens"""
    )
)
SEPARATORS = words(
    "+ plus and & , ; with including incl und mit zuzüglich zzgl et avec y con e com | / · •"
)

ABBREVIATIONS = words(
    """min mind max ca cca approx pr mies godz tys tsd mio std mon yr yrs hr hrs mo mth mnd
    wk incl excl est тыс мес руб год час sal comp p eq mån tim bn mn měs hod tis brut mln млн
    h zzgl"""
)
"""Words written with a dot which ends no sentence."""

UNSPACED_WORDS = words(
    """年収 年俸 年薪 年給 月給 月収 月薪 每月 時給 时薪 日給 日薪 週給 周薪 給与 薪资 薪水
    薪 以上 以下 以内 まで から 最大 最高 起 到 至 約 年 月 日 時 天 每 時間 小时 小時 千 万
    萬 百万 億 亿 円 元 人民币 台币 新台幣 税込 税前 賞与 手当 交通費 資本金 売上 調達 奖金
    补贴 融资 营收 연봉 월급 시급 일급 급여 천 만 백만 억 원 이상 이하 최대 개월 월 년 일 시간
    매출 투자 보너스 상여 บาท ต่อเดือน เดือนละ เงินเดือน ต่อ เดือน ปี พัน หมื่น แสน ล้าน
    ขึ้นไป रुपये रुपए लाख करोड़ हज़ार हजार वेतन"""
)
"""What is known of scripts that leave no blanks between words."""

GLUED_BEHIND_K = (
    words("pa pcm pm p ote base pro per basic gross plus brutto year yr ph")
    | words("eur usd gbp chf cad aud pln sek nok dkk czk inr sgd")
    | frozenset(MINOR_DIGITS)
)
"""What may stand glued behind the k of a number: "45kpa", "60kEUR"."""

COUNTED = words(
    """hours hrs years yrs months days weeks minutes jahre jahren monate stunden tage wochen
    années heures jours semaines años meses horas días semanas anni mesi ore jaren uren lat
    dni percent prozent people employees users customers st nd rd th"""
)
"""What a number without a sign of money counts when it stands right before them."""

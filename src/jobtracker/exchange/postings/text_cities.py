"""Countries, states and large cities by the names that postings use, folded.

The lists were written for this reader. A city whose name is large in two countries (Cambridge,
Birmingham) stands without a country; one that is much larger in one of them, with that.
"""


def _by_name(names: dict[str, str]) -> dict[str, str]:
    """Each name with its code, of a code's names between strokes."""
    return {name: code for code, listed in names.items() for name in listed.split("/")}


COUNTRIES = _by_name(
    {
        "US": (
            "united states/united states of america/usa/us/u.s./u.s.a./vereinigte staaten/"
            "etats-unis"
        ),
        "GB": (
            "united kingdom/uk/u.k./great britain/england/scotland/wales/northern ireland/gb/"
            "grossbritannien/vereinigtes konigreich/royaume-uni/angleterre/ecosse"
        ),
        "DE": "germany/deutschland/allemagne/de",
        "FR": "france/frankreich/fr",
        "AT": "austria/osterreich/autriche",
        "CH": "switzerland/schweiz/suisse/svizzera",
        "BE": "belgium/belgien/belgique",
        "LU": "luxembourg/luxemburg",
        "NL": "netherlands/the netherlands/niederlande/pays-bas/holland",
        "IE": "ireland/irland/irlande/republic of ireland",
        "ES": "spain/spanien/espagne",
        "PT": "portugal",
        "IT": "italy/italien/italie",
        "PL": "poland/polen/pologne",
        "CZ": "czech republic/czechia/tschechien",
        "DK": "denmark/danemark",
        "SE": "sweden/schweden/suede",
        "NO": "norway/norwegen/norvege",
        "FI": "finland/finnland/finlande",
        "CA": "canada/kanada",
        "AU": "australia/australien/australie",
        "NZ": "new zealand/neuseeland",
        "IN": "india/indien/inde",
        "SG": "singapore/singapur/singapour",
        "JP": "japan/japon",
        "BR": "brazil/brasilien/bresil",
        "MX": "mexico/mexiko/mexique",
        "ZA": "south africa/sudafrika",
        "IL": "israel",
        "AE": "united arab emirates/uae",
        "RO": "romania/rumanien/roumanie",
        "GR": "greece/griechenland/grece",
        "HU": "hungary/ungarn/hongrie",
    }
)
SHORT_CODES = frozenset({"us", "uk", "gb", "de", "fr", "u.s.", "u.k."})
"""Names of countries that are also common words or states: only in capitals."""

STATES = {
    "AL": "alabama",
    "AK": "alaska",
    "AZ": "arizona",
    "AR": "arkansas",
    "CA": "california",
    "CO": "colorado",
    "CT": "connecticut",
    "DE": "delaware",
    "FL": "florida",
    "GA": "georgia",
    "HI": "hawaii",
    "ID": "idaho",
    "IL": "illinois",
    "IN": "indiana",
    "IA": "iowa",
    "KS": "kansas",
    "KY": "kentucky",
    "LA": "louisiana",
    "ME": "maine",
    "MD": "maryland",
    "MA": "massachusetts",
    "MI": "michigan",
    "MN": "minnesota",
    "MS": "mississippi",
    "MO": "missouri",
    "MT": "montana",
    "NE": "nebraska",
    "NV": "nevada",
    "NH": "new hampshire",
    "NJ": "new jersey",
    "NM": "new mexico",
    "NY": "new york",
    "NC": "north carolina",
    "ND": "north dakota",
    "OH": "ohio",
    "OK": "oklahoma",
    "OR": "oregon",
    "PA": "pennsylvania",
    "RI": "rhode island",
    "SC": "south carolina",
    "SD": "south dakota",
    "TN": "tennessee",
    "TX": "texas",
    "UT": "utah",
    "VT": "vermont",
    "VA": "virginia",
    "WA": "washington",
    "WV": "west virginia",
    "WI": "wisconsin",
    "WY": "wyoming",
    "DC": "district of columbia",
}
"""The states of the USA by their code."""
PROVINCES = frozenset(
    {"ON", "QC", "BC", "AB", "MB", "SK", "NS", "NB", "NL", "PE", "YT", "NT", "NU"}
)
"""Codes of provinces of Canada."""

REGIONS = _by_name(
    {
        "DE": (
            "baden-wurttemberg/bayern/bavaria/brandenburg/hessen/hesse/niedersachsen/sachsen/"
            "nordrhein-westfalen/nrw/rheinland-pfalz/saarland/sachsen-anhalt/schleswig-holstein/"
            "thuringen/mecklenburg-vorpommern/lower saxony/north rhine-westphalia/saxony"
        ),
        "FR": (
            "ile-de-france/auvergne-rhone-alpes/bretagne/normandie/nouvelle-aquitaine/occitanie/"
            "provence-alpes-cote d'azur/paca/pays de la loire/grand est/hauts-de-france/"
            "bouches-du-rhone/bourgogne-franche-comte/centre-val de loire/rhone/gironde/"
            "haute-garonne/loire-atlantique/hauts-de-seine/ille-et-vilaine/alsace/isere/finistere/"
            "yvelines/seine-saint-denis/nord"
        ),
        "GB": (
            "greater london/greater manchester/west midlands/west yorkshire/south yorkshire/"
            "north yorkshire/east midlands/surrey/berkshire/oxfordshire/cambridgeshire/"
            "hertfordshire/"
            "buckinghamshire/merseyside/lancashire/cheshire/essex/kent/sussex/east sussex/"
            "west sussex/hampshire/devon/cornwall/somerset/dorset/wiltshire/gloucestershire/"
            "warwickshire/midlothian/staffordshire/derbyshire/nottinghamshire/leicestershire/"
            "northamptonshire/norfolk/suffolk/tyne and wear/county durham/cumbria/south wales/"
            "midlands/bedfordshire/aberdeenshire/herefordshire/wirral/powys/gwynedd/rutland/"
            "isle of wight/highlands/fife/perthshire/ayrshire/lanarkshire/worcestershire/"
            "shropshire/"
            "lincolnshire/yorkshire/northumberland/pembrokeshire/carmarthenshire/ceredigion/"
            "monmouthshire/flintshire/anglesey/snowdonia/argyll/moray/orkney/shetland/"
            "county antrim/county down/north wales/west wales/mid wales"
        ),
        "CA": (
            "ontario/quebec/british columbia/alberta/manitoba/saskatchewan/nova scotia/"
            "new brunswick/newfoundland/newfoundland and labrador/prince edward island/yukon/"
            "nunavut/northwest territories/greater toronto area"
        ),
        "AU": (
            "new south wales/nsw/queensland/qld/south australia/tasmania/western australia/"
            "northern territory/australian capital territory/victoria, australia"
        ),
        "NZ": "canterbury, new zealand/otago/waikato/bay of plenty/hawke's bay",
        "AT": (
            "tirol/vorarlberg/karnten/steiermark/oberosterreich/niederosterreich/burgenland/"
            "salzburger land"
        ),
        "CH": "aargau/thurgau/graubunden/wallis/valais/vaud/ticino/tessin/kanton bern",
        "IE": (
            "co. galway/co. cork/co. kerry/co. mayo/co. clare/co. wicklow/co. kildare/co. meath/"
            "co. donegal/co. sligo/co. dublin/co. wexford/co. waterford/co. limerick/co. louth"
        ),
        "BE": "flandern/flandre/wallonie/wallonia/hainaut/brabant wallon",
    }
)

CITIES = _by_name(
    {
        "US": (
            "new york/new york city/nyc/los angeles/chicago/houston/phoenix/philadelphia/dallas/"
            "san antonio/san diego/san jose/san francisco/seattle/denver/boston/austin/nashville/"
            "detroit/portland/las vegas/baltimore/milwaukee/albuquerque/sacramento/atlanta/miami/"
            "minneapolis/cleveland/tampa/pittsburgh/cincinnati/st. louis/orlando/raleigh/charlotte/"
            "salt lake city/indianapolis/columbus/palo alto/mountain view/menlo park/"
            "washington, d.c./washington, d.c/washington dc/washington, dc/brooklyn/oakland/"
            "kansas city/new orleans/honolulu/tucson/silicon valley/bay area/"
            "san francisco bay area/"
            "omaha/boise/santa clara/sunnyvale/cupertino"
        ),
        "GB": (
            "london/manchester/leeds/liverpool/glasgow/edinburgh/bristol/sheffield/cardiff/belfast/"
            "nottingham/newcastle upon tyne/southampton/leicester/brighton/oxford/reading/swansea/"
            "milton keynes/portsmouth/plymouth/aberdeen/dundee/coventry/derby/norwich/exeter/bath/"
            "stoke-on-trent/wolverhampton/sunderland/inverness/swindon/hull/cheltenham/guildford/"
            "bournemouth/peterborough/stirling/croydon/slough/stockport/bradford/stevenage/"
            "harrogate"
        ),
        "DE": (
            "berlin/hamburg/munchen/munich/koln/cologne/frankfurt am main/frankfurt/stuttgart/"
            "dusseldorf/leipzig/dortmund/essen/bremen/dresden/hannover/hanover/nurnberg/nuremberg/"
            "duisburg/bochum/wuppertal/bielefeld/bonn/munster/mannheim/karlsruhe/augsburg/"
            "wiesbaden/"
            "monchengladbach/gelsenkirchen/aachen/braunschweig/kiel/chemnitz/magdeburg/freiburg/"
            "freiburg im breisgau/krefeld/mainz/lubeck/erfurt/oberhausen/rostock/kassel/potsdam/"
            "saarbrucken/oldenburg/osnabruck/heidelberg/darmstadt/regensburg/wurzburg/"
            "ingolstadt/ulm/"
            "wolfsburg/gottingen/reutlingen/koblenz/erlangen/jena/trier/tubingen/konstanz/"
            "heilbronn/"
            "paderborn/leverkusen/ludwigshafen/pforzheim/offenbach/bayreuth/bamberg/passau/"
            "gutersloh/"
            "friedrichshafen/walldorf/halle (saale)/schwerin/cottbus/flensburg/giessen/marburg"
        ),
        "FR": (
            "paris/marseille/lyon/toulouse/nice/nantes/montpellier/strasbourg/bordeaux/lille/"
            "rennes/"
            "reims/toulon/saint-etienne/le havre/grenoble/dijon/angers/nimes/villeurbanne/"
            "clermont-ferrand/aix-en-provence/brest/tours/amiens/limoges/annecy/perpignan/metz/"
            "besancon/orleans/rouen/mulhouse/caen/nancy/boulogne-billancourt/saint-denis/"
            "argenteuil/"
            "montreuil/nanterre/courbevoie/la defense/puteaux/levallois-perret/issy-les-moulineaux/"
            "versailles/sophia antipolis/pau/la rochelle/poitiers/avignon/cannes/antibes/chambery/"
            "valence/quimper/lorient/vannes/bayonne/colmar/troyes/le mans/saint-nazaire/dunkerque/"
            "roubaix/neuilly-sur-seine/saint-malo"
        ),
        "AT": "wien/vienna/graz/linz/salzburg/innsbruck/klagenfurt",
        "CH": (
            "zurich/zuerich/genf/geneve/geneva/basel/bern/lausanne/winterthur/luzern/lucerne/zug/"
            "st. gallen/lugano/neuchatel/fribourg"
        ),
        "BE": "brussel/brussels/bruxelles/antwerp/antwerpen/gent/ghent/liege/namur",
        "NL": "amsterdam/rotterdam/utrecht/eindhoven/den haag/the hague/delft",
        "IE": "dublin/cork/galway/limerick",
        "ES": "madrid/barcelona/valencia/sevilla/malaga",
        "PT": "lisbon/lisboa/lissabon/lisbonne/porto",
        "IT": "milan/milano/rome/roma/turin/torino/bologna",
        "PL": "warsaw/warschau/krakow/wroclaw/gdansk/poznan",
        "CZ": "prague/prag/brno",
        "DK": "copenhagen/kopenhagen/aarhus",
        "SE": "stockholm/gothenburg/malmo",
        "NO": "oslo/bergen",
        "FI": "helsinki/espoo",
        "CA": (
            "toronto/montreal/vancouver/ottawa/calgary/edmonton/winnipeg/regina/saskatoon/quebec/"
            "mississauga/laval/gatineau/sherbrooke/trois-rivieres/levis/saguenay/kitchener/"
            "guelph/kelowna/moncton/fredericton/st. john's/charlottetown/burnaby/markham"
        ),
        "AU": (
            "sydney/melbourne/brisbane/perth/adelaide/canberra/hobart/geelong/gold coast/"
            "wollongong/ballarat/bendigo/cairns/townsville/toowoomba/fremantle/launceston"
        ),
        "NZ": (
            "auckland/wellington/christchurch/dunedin/tauranga/invercargill/rotorua/whangarei/"
            "palmerston north/queenstown"
        ),
        "SG": "singapore",
        "HK": "hong kong/kowloon",
        "IN": "bangalore/bengaluru/hyderabad/mumbai/delhi/new delhi/pune/chennai",
        "JP": "tokyo",
        "IL": "tel aviv",
        "RO": "bucharest",
        "HU": "budapest",
        "GR": "athens",
        "": (
            "cambridge/birmingham/newcastle/york/durham/lincoln/worcester/gloucester/halle/"
            "luxembourg-ville/worcestershire/kingston/richmond/hamilton/lancaster/monaco/"
            "dubai/washington"
        ),
    }
)
COMMON_WORDS = frozenset(
    {
        "reading",
        "bath",
        "essen",
        "hull",
        "nice",
        "tours",
        "nord",
        "kent",
        "zug",
        "valence",
        "regina",
    }
)
"""Cities that are also common words: only by themselves, never in prose."""
